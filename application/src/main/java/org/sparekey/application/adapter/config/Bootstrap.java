package org.sparekey.application.adapter.config;

import java.nio.file.Path;

/** The first organisation and its first administrator, for the first start in production. */
public record Bootstrap(
    String organisation, String signInName, String displayName, String email, Path passwordFile) {}
