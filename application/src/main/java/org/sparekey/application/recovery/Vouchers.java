package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.PeopleWhoMayVouch;
import org.sparekey.application.Step;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.recoverycontact.VouchingStatus;
import org.sparekey.domain.shared.RecoveryContactId;

/**
 * Which people may vouch in a recovery, and who has. Only after another proof: before it, nothing
 * is told that belongs to the account (attacks row 16).
 */
@Step
class Vouchers {

  private final RecoveryContactRepository contacts;
  private final VouchingRepository vouchings;
  private final PeopleWhoMayVouch people;
  private final PolicyOfRecovery policies;

  @Inject
  Vouchers(
      RecoveryContactRepository contacts,
      VouchingRepository vouchings,
      PeopleWhoMayVouch people,
      PolicyOfRecovery policies) {
    this.contacts = contacts;
    this.vouchings = vouchings;
    this.people = people;
    this.policies = policies;
  }

  /** How many must vouch, of how many; empty when the policy of this recovery knows none. */
  Optional<PolicyRules.Contacts> rules(RecoveryDetails recovery) {
    return policies.of(recovery).rules().contacts();
  }

  /** Whether as many people have vouched as the policy of this recovery asks for. */
  boolean enough(EvidenceGiven proof, RecoveryDetails recovery) {
    return ProofsInForce.enoughPeople(proof, policies.of(recovery));
  }

  /** Whether a proof of another kind was given; a known browser only came along. */
  static boolean otherProof(Recovery recovery) {
    return recovery.evidence().stream()
        .anyMatch(
            proof ->
                proof.kind() != EvidenceKind.RECOVERY_CONTACTS
                    && proof.kind() != EvidenceKind.KNOWN_BROWSER);
  }

  /**
   * Those who may vouch at {@code now}, the ones of longest standing first, as many as the policy
   * has places.
   */
  List<RecoveryContact> usable(RecoveryDetails recovery, Instant now) {
    int places = rules(recovery).map(PolicyRules.Contacts::of).orElse(0);
    return recovery.account().stream()
        .flatMap(owner -> people.of(owner, now).stream())
        .limit(places)
        .toList();
  }

  /** Who of them has vouched so that it counts. */
  Set<RecoveryContactId> counted(Recovery recovery, Instant now) {
    Set<RecoveryContactId> usable =
        usable(recovery.details(), now).stream()
            .map(RecoveryContact::id)
            .collect(Collectors.toSet());
    return vouchings.ofRecovery(recovery.id()).stream()
        .filter(vouching -> vouching.status() == VouchingStatus.COUNTED)
        .map(Vouching::contact)
        .filter(usable::contains)
        .collect(Collectors.toSet());
  }

  /** The proof: who wants to give it must be all of these people. */
  static EvidenceGiven evidence(Set<RecoveryContactId> people, Instant now) {
    return new EvidenceGiven(
        EvidenceKind.RECOVERY_CONTACTS,
        Access.allOf(people.stream().map(person -> Channel.person(person.toString())).toList()),
        now);
  }

  /** Whether one of those who vouched was taken off the list since, withdrew, or has doubts. */
  boolean lostOne(Recovery recovery) {
    Set<RecoveryContactId> trusted =
        vouchings.ofRecovery(recovery.id()).stream()
            .filter(Vouching.Counted.class::isInstance)
            .map(Vouching::contact)
            .filter(id -> contacts.find(id).filter(this::agrees).isPresent())
            .collect(Collectors.toSet());
    return recovery.evidence().stream()
        .filter(proof -> proof.kind() == EvidenceKind.RECOVERY_CONTACTS)
        .flatMap(proof -> proof.obtainableBy().channels().stream())
        .map(channel -> RecoveryContactId.parse(channel.detail()))
        .anyMatch(person -> person.filter(trusted::contains).isEmpty());
  }

  private boolean agrees(RecoveryContact contact) {
    return contact instanceof RecoveryContact.Accepted;
  }
}
