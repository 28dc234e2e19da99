package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Origin;

/** In a session, the owner lets questions come to the phones again after "not me". */
@UseCase
public class AllowOwnQuestions {

  private final OwnDevice devices;
  private final OwnFactors own;
  private final AccountRepository accounts;
  private final PushDeviceRepository phones;
  private final SessionViews views;
  private final Notices notices;

  @Inject
  public AllowOwnQuestions(
      OwnDevice devices,
      OwnFactors own,
      AccountRepository accounts,
      PushDeviceRepository phones,
      SessionViews views,
      Notices notices) {
    this.devices = devices;
    this.own = own;
    this.accounts = accounts;
    this.phones = phones;
    this.views = views;
    this.notices = notices;
  }

  /**
   * Empty when they may come. Password and another factor come first: whoever was stopped knows the
   * password, and a session alone could be theirs (attacks row 8).
   */
  public Optional<EnrolmentRefusal> allow(SessionView view, Origin origin) {
    accounts.lock(view.account());
    Optional<EnrolmentRefusal> refusal = devices.obstacle(view);
    if (refusal.isEmpty() && !view.recentlyConfirmed()) {
      refusal = Optional.of(EnrolmentRefusal.NEEDS_CONFIRMATION);
    }
    if (refusal.isPresent()) {
      own.refused(AuditCode.PUSH_ALLOWED, view, FactorKind.PUSH, refusal.get(), origin);
      return refusal;
    }
    if (phones.lockedSince(view.account()).isPresent()) {
      phones.unlock(view.account());
      own.done(AuditCode.PUSH_ALLOWED, view, FactorKind.PUSH, origin);
      notices.tellOwner(views.account(view), NoticeKind.PUSH_ALLOWED, Map.of(), origin);
    }
    return Optional.empty();
  }
}
