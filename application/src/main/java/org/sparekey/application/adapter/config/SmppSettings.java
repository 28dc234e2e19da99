package org.sparekey.application.adapter.config;

import org.sparekey.domain.shared.Secret;

/**
 * A message centre that speaks SMPP 3.4.
 *
 * @param port 1 to 65535
 * @param tls whether the connection is protected; without, it must not leave the machine
 * @param systemId who we are, at most 15 characters (SMPP 3.4 §5.2.1)
 * @param password at most 8 characters (§5.2.2)
 * @param systemType at most 12 characters (§5.2.3), often ""
 * @param from sender: digits, or a name of at most 11 characters
 */
public record SmppSettings(
    String host,
    int port,
    boolean tls,
    String systemId,
    Secret password,
    String systemType,
    String from) {}
