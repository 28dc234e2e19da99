package org.sparekey.application.authenticator;

import java.util.Optional;

/**
 * What any authenticator is told before it says who it is.
 *
 * @param nonce to be signed within two minutes
 * @param pushKey 65 bytes in base64url that a browser needs to subscribe; empty when no pushes are
 *     sent
 */
public record AuthenticatorView(String siteName, String nonce, Optional<String> pushKey) {}
