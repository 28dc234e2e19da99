package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.util.Map;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.Origin;

/** On the phone, the owner lets questions come again after "not me". */
@UseCase
public class AllowQuestions {

  private final SignedPhone phones;
  private final PushDeviceRepository devices;
  private final Notices notices;
  private final AuditLog audit;
  private final SiteSettings site;

  @Inject
  public AllowQuestions(
      SignedPhone phones,
      PushDeviceRepository devices,
      Notices notices,
      AuditLog audit,
      SiteSettings site) {
    this.phones = phones;
    this.devices = devices;
    this.notices = notices;
    this.audit = audit;
    this.site = site;
  }

  /**
   * Only a phone in use may say so.
   *
   * @param signature over the act "allow", the device and the nonce
   */
  public AuthenticatorAnswer<Boolean> allow(
      String device, String nonce, String signature, Origin origin) {
    return phones
        .fresh(device, nonce, DeviceStatement.of("allow", site, device, nonce), signature, origin)
        .<AuthenticatorAnswer<Boolean>>fold(
            phone -> allowed(phone, origin),
            refused -> AuthenticatorAnswer.refused(refused.reason()));
  }

  private AuthenticatorAnswer<Boolean> allowed(Phone phone, Origin origin) {
    if (phone.factor().asActive().isEmpty()) {
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.UNKNOWN_DEVICE);
    }
    if (devices.lockedSince(phone.owner().id()).isPresent()) {
      devices.unlock(phone.owner().id());
      audit.record(phone.draft(AuditCode.PUSH_ALLOWED, origin));
      notices.tellOwner(phone.owner(), NoticeKind.PUSH_ALLOWED, Map.of(), origin);
    }
    return new AuthenticatorAnswer.Heard<>(true);
  }
}
