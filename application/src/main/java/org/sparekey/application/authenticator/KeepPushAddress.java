package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.PushService;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.Origin;

/** A phone says where it hears pushes: at a push service that is allowed, and nowhere else. */
@UseCase
public class KeepPushAddress {

  private final SignedPhone phones;
  private final PushDeviceRepository devices;
  private final PushService pushes;
  private final AuditLog audit;
  private final SiteSettings site;

  @Inject
  public KeepPushAddress(
      SignedPhone phones,
      PushDeviceRepository devices,
      PushService pushes,
      AuditLog audit,
      SiteSettings site) {
    this.phones = phones;
    this.devices = devices;
    this.pushes = pushes;
    this.audit = audit;
    this.site = site;
  }

  /** What the browser gave the phone when it subscribed (W3C Push API). */
  public record Subscription(String endpoint, String p256dh, String auth) {

    /** Without what must not be told. */
    @Override
    public String toString() {
      return "Subscription[redacted]";
    }
  }

  /**
   * Keeps it, in place of the one before.
   *
   * @param signature over the act "address", the device, the nonce and the three texts
   */
  public AuthenticatorAnswer<Boolean> keep(
      String device, String nonce, Subscription given, String signature, Origin origin) {
    String statement =
        DeviceStatement.of(
            "address", site, device, nonce, given.endpoint(), given.p256dh(), given.auth());
    return phones
        .fresh(device, nonce, statement, signature, origin)
        .<AuthenticatorAnswer<Boolean>>fold(
            phone -> kept(phone, given, origin),
            refused -> AuthenticatorAnswer.refused(refused.reason()));
  }

  private AuthenticatorAnswer<Boolean> kept(Phone phone, Subscription given, Origin origin) {
    Optional<PushAddress> address =
        uri(given.endpoint())
            .filter(pushes::allows)
            .flatMap(
                endpoint ->
                    pushes
                        .siteKey()
                        .map(
                            key ->
                                new PushAddress(
                                    endpoint, given.p256dh(), given.auth(), key.number())))
            .filter(pushes::fits);
    if (address.isEmpty()) {
      audit.record(
          phone
              .draft(AuditCode.PUSH_SUBSCRIBED, origin)
              .refused(AuthenticatorRefusal.BAD_PUSH_ADDRESS.code()));
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.BAD_PUSH_ADDRESS);
    }
    devices.hearAt(phone.factor().id(), address.get());
    audit.record(phone.draft(AuditCode.PUSH_SUBSCRIBED, origin));
    return new AuthenticatorAnswer.Heard<>(true);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
