package org.sparekey.application.adapter.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.account.SessionLimits;

/**
 * All that was configured, checked.
 *
 * @param baseUrl ends in a slash
 * @param databaseUrl empty for the embedded one
 * @param reminderEvery zero for no reminders
 * @param requestsBySource 1 or more
 * @param pushHosts lower-case host names, some with {@code *.} before them; may be empty
 * @param movableClock false in production
 * @param benchmarkCrowd 0 or more
 * @param telephony without a provider no phone is offered, but in the developer profile the virtual
 *     handset
 * @param smtp empty only in the developer profile: mails go to the virtual handset
 */
public record Configuration(
    Profile profile,
    boolean test,
    URI baseUrl,
    TrustedProxies proxies,
    String siteName,
    Path dataDirectory,
    Path keysFile,
    Optional<String> databaseUrl,
    PasswordHashing hashing,
    SessionLimits ownerLimits,
    SessionLimits staffLimits,
    Duration contactCoolOff,
    Duration mailedCodeValidity,
    Duration reminderEvery,
    Optional<SmtpSettings> smtp,
    TelephonySettings telephony,
    Optional<OktaSettings> okta,
    int requestsBySource,
    List<String> pushHosts,
    boolean movableClock,
    Duration demoHold,
    int benchmarkCrowd,
    Optional<Bootstrap> bootstrap) {

  /** Whether this is the developer profile. */
  public boolean developer() {
    return profile == Profile.DEVELOPER;
  }
}
