package org.sparekey.it.browser;

import com.microsoft.playwright.options.ColorScheme;

/** What the person's system prefers. */
public enum Look {
  LIGHT(ColorScheme.LIGHT),
  DARK(ColorScheme.DARK);

  final ColorScheme scheme;

  Look(ColorScheme scheme) {
    this.scheme = scheme;
  }
}
