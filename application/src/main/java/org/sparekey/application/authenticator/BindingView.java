package org.sparekey.application.authenticator;

import java.time.Instant;

/**
 * What a phone shows before it gives a binding code, so that its owner sees whose account it would
 * be bound to (attacks row 25).
 */
public record BindingView(String siteName, String signInName, Instant expiresAt) {}
