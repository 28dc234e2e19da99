package org.sparekey.application.adapter.config;

import java.net.URI;
import org.sparekey.domain.shared.Secret;

/**
 * An Okta organisation.
 *
 * @param address scheme and host, without a slash at the end
 * @param token an API token of a service account that may manage users and their factors
 */
public record OktaSettings(URI address, Secret token) {}
