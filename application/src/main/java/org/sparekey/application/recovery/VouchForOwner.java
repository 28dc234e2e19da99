package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * "I have spoken to her": a recovery contact is shown a code to read out (NIST SP 800-63B-4
 * §4.2.1.3). One that was shown before ends. Nothing counts before the owner has typed it in the
 * browser that started: whoever opens the mail in the person's place gains nothing (attacks row
 * 17).
 */
@UseCase
public class VouchForOwner {

  private final VouchingByLink byLink;
  private final VouchingRepository vouchings;
  private final VouchingCodes codes;
  private final ProofBudget budget;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  VouchForOwner(
      VouchingByLink byLink,
      VouchingRepository vouchings,
      VouchingCodes codes,
      ProofBudget budget,
      RecoveryRecord record,
      InstantSource clock) {
    this.byLink = byLink;
    this.vouchings = vouchings;
    this.codes = codes;
    this.budget = budget;
    this.record = record;
    this.clock = clock;
  }

  /** Refused when the recovery takes no proof any more, or the person was heard already. */
  public VouchOutcome vouch(Secret link, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<VouchingByLink.Found> found = byLink.lock(link);
    if (found.isEmpty()) {
      record.refuseUnknown(AuditCode.RECOVERY_CONTACT_VOUCHED, Actor.anonymous(), origin);
      return new VouchOutcome.Refused(RecoveryRefusal.UNKNOWN);
    }
    if (!found.get().hearing(now) || !(found.get().vouching() instanceof Vouching.Open open)) {
      return refuse(found.get(), RecoveryRefusal.VOUCHING_OVER, origin);
    }
    return budget.mayRequest(origin)
        ? show(found.get(), open, origin, now)
        : refuse(found.get(), RecoveryRefusal.TOO_MANY_REQUESTS, origin);
  }

  private VouchOutcome show(
      VouchingByLink.Found found, Vouching.Open open, Origin origin, Instant now) {
    Instant until = earlier(now.plus(Vouching.LONGEST), found.recovery().details().expiresAt());
    Secret code = codes.draw();
    vouchings.put(
        open.vouch(codes.mac(found.recovery().details(), open.contact(), code), now, until));
    record.write(record.byBrowser(found.recovery(), AuditCode.RECOVERY_CONTACT_VOUCHED, origin));
    return new VouchOutcome.Shown(code, until);
  }

  private VouchOutcome refuse(VouchingByLink.Found found, RecoveryRefusal reason, Origin origin) {
    record.refuse(found.recovery(), AuditCode.RECOVERY_CONTACT_VOUCHED, origin, reason);
    return new VouchOutcome.Refused(reason);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
