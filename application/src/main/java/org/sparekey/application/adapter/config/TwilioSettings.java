package org.sparekey.application.adapter.config;

import java.net.URI;
import java.util.Optional;
import org.sparekey.domain.shared.Secret;

/**
 * A REST service that speaks as Twilio's API of 2010-04-01 does.
 *
 * @param api ends in no slash
 * @param account the account's SID
 * @param token the account's secret: it signs us in, and the service signs its reports with it
 * @param from sender of texts: a number, a name, or the SID of a messaging service
 * @param caller the number that calls; empty when no calls are made
 * @param reports the address to which reports are posted, ending in a slash, the message's id is
 *     added; empty when the service cannot reach us
 */
public record TwilioSettings(
    URI api,
    String account,
    Secret token,
    String from,
    Optional<String> caller,
    Optional<URI> reports) {}
