package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;

/**
 * Factors on their way: each made for one ceremony, a session or a recovery, and worthless in any
 * other (attacks row 26). There is at most one for a ceremony.
 */
@Step
public class PendingFactors {

  /** NIST SP 800-63B-4 §4.1.2.2. */
  public static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(10);

  private final FactorRepository factors;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public PendingFactors(FactorRepository factors, IdSource ids, InstantSource clock) {
    this.factors = factors;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes one; what this ceremony made before, of whatever kind, ends. */
  public Factor.Pending begin(AccountId account, FactorKind kind, String ceremony) {
    Instant now = Moments.storable(clock.instant());
    endAll(account, ceremony);
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(
                new FactorId(ids.next()), account, kind, new DeviceName(kind.code()), now),
            ceremony,
            now.plus(TIME_TO_CONFIRM));
    factors.add(pending);
    return pending;
  }

  /** The one of this kind and ceremony, if there is time left to confirm it. */
  public Optional<Factor.Pending> open(AccountId account, FactorKind kind, String ceremony) {
    Instant now = clock.instant();
    return pending(account).stream()
        .filter(factor -> factor.details().kind() == kind && factor.open(ceremony, now))
        .findFirst();
  }

  /** Ends what this ceremony began, and wipes what was secret. */
  public void endAll(AccountId account, String ceremony) {
    Instant now = Moments.storable(clock.instant());
    pending(account).stream()
        .filter(factor -> factor.ceremony().equals(ceremony))
        .forEach(factor -> factors.save(factor.abandon(RevocationReason.ABANDONED, now)));
  }

  private List<Factor.Pending> pending(AccountId account) {
    return factors.ofAccount(account).stream()
        .filter(Factor.Pending.class::isInstance)
        .map(Factor.Pending.class::cast)
        .toList();
  }
}
