package org.sparekey.application.readiness;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.port.ReminderRepository;
import org.sparekey.application.port.ResetHistory;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/** Looks at one account, and reminds its owner where that would help. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RemindOneOwner {

  private static final String PAGE = "/account/readiness";

  private final AccountRepository accounts;
  private final ReminderRepository reminders;
  private final DrillRepository drills;
  private final ResetHistory resets;
  private final ReadinessOfAccount readiness;
  private final Notices notices;
  private final SiteSettings site;
  private final AuditLog audit;

  @Inject
  RemindOneOwner(
      AccountRepository accounts,
      ReminderRepository reminders,
      DrillRepository drills,
      ResetHistory resets,
      ReadinessOfAccount readiness,
      Notices notices,
      SiteSettings site,
      AuditLog audit) {
    this.accounts = accounts;
    this.reminders = reminders;
    this.drills = drills;
    this.resets = resets;
    this.readiness = readiness;
    this.notices = notices;
    this.site = site;
    this.audit = audit;
  }

  /** Those that may be looked at. */
  List<AccountId> due(ReminderRepository.Due due, int limit) {
    return reminders.due(due, limit);
  }

  /** False when another node was faster. */
  boolean look(AccountId id, ReminderRepository.Due due, Instant now) {
    if (!reminders.look(id, due, now)) {
      return false;
    }
    Account account = accounts.find(id).orElseThrow();
    reason(account, due.reminded()).ifPresent(kind -> remind(account, kind, now));
    return true;
  }

  private Optional<NoticeKind> reason(Account account, Instant since) {
    if (!readiness.of(account).fatal().isEmpty()) {
      return Optional.of(NoticeKind.WAY_BACK_MISSING);
    }
    return tried(account.id()).anyMatch(since::isBefore)
        ? Optional.empty()
        : Optional.of(NoticeKind.WAY_BACK_UNTRIED);
  }

  /** When the way back was gone, or could have been tried for the first time. */
  private Stream<Instant> tried(AccountId account) {
    return Stream.of(
            drills.lastBackIn(account),
            resets.ofAccount(account).stream().map(Reset::at).findFirst(),
            reminders.firstSignIn(account))
        .flatMap(Optional::stream);
  }

  private void remind(Account account, NoticeKind kind, Instant now) {
    reminders.reminded(account.id(), now);
    notices.remindOwner(account, kind, page());
    audit.record(
        AuditDraft.of(AuditCode.REMINDER_SENT, Actor.system(), Origin.internal())
            .about(account.id(), account.organisation())
            .with(kind.code()));
  }

  private URI page() {
    return URI.create(site.baseUrl().toString().replaceAll("/+$", "") + PAGE);
  }
}
