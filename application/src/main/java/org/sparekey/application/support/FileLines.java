package org.sparekey.application.support;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.FactorId;

/** Makes the lines of an {@link AccountFile} from the domain's objects, one for one. */
final class FileLines {

  private FileLines() {}

  static AccountFile.ContactLine of(ContactPoint point) {
    return new AccountFile.ContactLine(
        point.kind(),
        Masked.of(point),
        point.addedAt(),
        point.confirmedAt(),
        point.usableForRecoveryFrom(),
        point.removedAt());
  }

  static AccountFile.FactorLine of(Factor factor) {
    return factor.fold(
        pending -> factor(factor, Optional.empty(), Optional.empty(), Optional.empty()),
        active ->
            factor(
                factor, Optional.of(active.confirmedAt()), active.lastUsedAt(), Optional.empty()),
        suspended ->
            factor(
                factor,
                Optional.of(suspended.confirmedAt()),
                suspended.lastUsedAt(),
                Optional.of(new End(suspended.suspendedAt(), suspended.reason()))),
        revoked ->
            factor(
                factor,
                revoked.confirmedAt(),
                revoked.lastUsedAt(),
                Optional.of(new End(revoked.revokedAt(), revoked.reason()))));
  }

  private record End(Instant at, RevocationReason reason) {}

  private static AccountFile.FactorLine factor(
      Factor factor,
      Optional<Instant> confirmedAt,
      Optional<Instant> lastUsedAt,
      Optional<End> end) {
    return new AccountFile.FactorLine(
        factor.id(),
        factor.details().kind(),
        factor.details().device().value(),
        factor.status(),
        factor.details().createdAt(),
        confirmedAt,
        lastUsedAt,
        end.map(End::at),
        end.map(End::reason));
  }

  static AccountFile.RecoveryLine of(Recovery recovery) {
    return recovery.fold(
        requested -> recovery(recovery, Progress.NONE),
        proving -> recovery(recovery, Progress.NONE),
        approving -> recovery(recovery, Progress.at(approving.risk())),
        holding -> recovery(recovery, Progress.at(holding.risk()).until(holding.until())),
        ready -> recovery(recovery, Progress.at(ready.risk())),
        completed -> recovery(recovery, Progress.at(completed.risk()).ended(completed.endedAt())),
        cancelled -> recovery(recovery, Progress.NONE.ended(cancelled.endedAt())),
        vetoed -> recovery(recovery, Progress.NONE.vetoed(vetoed.endedAt(), vetoed.route())),
        denied -> recovery(recovery, Progress.NONE.ended(denied.endedAt())),
        expired -> recovery(recovery, Progress.NONE.ended(expired.endedAt())));
  }

  private record Progress(
      List<RiskReason> risks,
      Optional<Instant> holdUntil,
      Optional<Instant> endedAt,
      Optional<VetoRoute> route) {

    static final Progress NONE =
        new Progress(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    static Progress at(RiskAssessment risk) {
      return new Progress(
          sorted(risk.reasons()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Progress until(Instant end) {
      return new Progress(risks, Optional.of(end), endedAt, route);
    }

    Progress ended(Instant at) {
      return new Progress(risks, holdUntil, Optional.of(at), route);
    }

    Progress vetoed(Instant at, VetoRoute by) {
      return new Progress(risks, holdUntil, Optional.of(at), Optional.of(by));
    }
  }

  private static AccountFile.RecoveryLine recovery(Recovery recovery, Progress progress) {
    return new AccountFile.RecoveryLine(
        recovery.id(),
        recovery.status(),
        words(recovery.details().policy()),
        recovery.details().lost().extent(),
        recovery.details().openedAt(),
        recovery.details().expiresAt(),
        sorted(recovery.evidence().stream().map(EvidenceGiven::kind).distinct().toList()),
        progress.risks(),
        progress.holdUntil(),
        progress.endedAt(),
        progress.route());
  }

  static AccountFile.ResetLine of(Reset reset, List<Factor> everBound) {
    return new AccountFile.ResetLine(
        reset.recovery(),
        reset.at(),
        device(reset.bound(), everBound),
        reset.revoked().stream().map(id -> device(id, everBound)).toList(),
        words(reset.policy()),
        sorted(reset.evidence()),
        sorted(reset.risks()));
  }

  private static String device(FactorId id, List<Factor> everBound) {
    return everBound.stream()
        .filter(factor -> factor.id().equals(id))
        .findFirst()
        .map(factor -> factor.details().device().value())
        .orElse(id.toString());
  }

  private static String words(PolicyVersion version) {
    return version.toString();
  }

  private static <E extends Enum<E>> List<E> sorted(Collection<E> values) {
    return values.stream().sorted().toList();
  }
}
