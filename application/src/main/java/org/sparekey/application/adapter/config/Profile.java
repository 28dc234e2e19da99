package org.sparekey.application.adapter.config;

/** How Sparekey runs. */
public enum Profile {
  /** For real. The default, so that nobody gets less by forgetting. */
  PRODUCTION,
  /** On one's own machine, with demo data and the virtual handset; loopback only. */
  DEVELOPER
}
