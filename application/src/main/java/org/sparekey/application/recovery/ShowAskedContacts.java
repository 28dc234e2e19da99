package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.recoverycontact.VouchingStatus;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

/** Shows how far the recovery contacts are in the recovery that this browser started. */
@UseCase
public class ShowAskedContacts {

  private final RecoveryByToken byToken;
  private final PolicyOfRecovery policies;
  private final Vouchers vouchers;
  private final VouchingRepository vouchings;
  private final InstantSource clock;

  @Inject
  ShowAskedContacts(
      RecoveryByToken byToken,
      PolicyOfRecovery policies,
      Vouchers vouchers,
      VouchingRepository vouchings,
      InstantSource clock) {
    this.byToken = byToken;
    this.policies = policies;
    this.vouchers = vouchers;
    this.vouchings = vouchings;
    this.clock = clock;
  }

  /** Empty unless proofs are still heard and the policy takes this kind. */
  public Optional<AskedContactsView> show(Secret recoveryToken) {
    Instant now = clock.instant();
    return byToken
        .find(recoveryToken)
        .filter(Recovery.Hearing.class::isInstance)
        .filter(
            recovery ->
                policies.of(recovery.details()).evidence().contains(EvidenceKind.RECOVERY_CONTACTS))
        .map(recovery -> view(recovery, now));
  }

  private AskedContactsView view(Recovery recovery, Instant now) {
    int needed = vouchers.rules(recovery.details()).map(PolicyRules.Contacts::needed).orElse(0);
    if (!Vouchers.otherProof(recovery)) {
      return new AskedContactsView(true, false, false, 0, needed);
    }
    List<Vouching> asked = vouchings.ofRecovery(recovery.id());
    Set<RecoveryContactId> doubting =
        asked.stream()
            .filter(vouching -> vouching.status() == VouchingStatus.DOUBTED)
            .map(Vouching::contact)
            .collect(Collectors.toSet());
    long able =
        vouchers.usable(recovery.details(), now).stream()
            .filter(person -> !doubting.contains(person.id()))
            .count();
    return new AskedContactsView(
        false, able >= needed, !asked.isEmpty(), vouchers.counted(recovery, now).size(), needed);
  }
}
