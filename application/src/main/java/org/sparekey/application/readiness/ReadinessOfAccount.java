package org.sparekey.application.readiness;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.Step;
import org.sparekey.application.policy.ProfileOfAccount;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.readiness.ReadinessView.Upkeep;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.Addition;
import org.sparekey.domain.policy.analysis.Readiness;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycontact.RecoveryContact;

/** Analyses one account under its policy, and says what was found in the owner's words. */
@Step
public class ReadinessOfAccount {

  private final PolicyOfAccount policies;
  private final ProfileOfAccount profiles;
  private final ContactPointRepository contacts;
  private final RecoveryContactRepository people;
  private final RecoveryCodeRepository codes;
  private final InstantSource clock;

  @Inject
  public ReadinessOfAccount(
      PolicyOfAccount policies,
      ProfileOfAccount profiles,
      ContactPointRepository contacts,
      RecoveryContactRepository people,
      RecoveryCodeRepository codes,
      InstantSource clock) {
    this.policies = policies;
    this.profiles = profiles;
    this.contacts = contacts;
    this.people = people;
    this.codes = codes;
    this.clock = clock;
  }

  /** As the account is at this moment; addresses in full and people by name, for its owner. */
  public ReadinessView of(Account account) {
    return of(account, ContactPoint::value, contact -> contact.details().name().value());
  }

  /** The same for somebody else: people without their names. */
  public ReadinessView of(Account account, Function<ContactPoint, String> masked) {
    return of(account, masked, contact -> "");
  }

  private ReadinessView of(
      Account account,
      Function<ContactPoint, String> address,
      Function<RecoveryContact, String> person) {
    Instant now = clock.instant();
    RecoveryPolicy policy = policies.of(account);
    List<ContactPoint> addresses =
        contacts.ofAccount(account.id()).stream()
            .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL && contact.active())
            .toList();
    List<RecoveryContact> named = people.ofAccount(account.id());
    Optional<CodeSheet> sheet = codes.inForce(account.id());
    Set<Addition> possible = EnumSet.of(Addition.PASSKEY);
    if (left(sheet) == 0) {
      possible.add(Addition.RECOVERY_CODES);
    }
    if (addresses.stream().allMatch(one -> one.usableForRecovery(now))) {
      possible.add(Addition.ADDRESS); // else one is on its way
    }
    policy
        .rules()
        .contacts()
        .filter(rule -> named.stream().filter(ReadinessOfAccount::agreed).count() < rule.needed())
        .ifPresent(rule -> possible.add(Addition.RECOVERY_CONTACTS));
    Readiness found = Readiness.of(policy, profiles.builder(account, policy), possible);
    return new ReadinessWords(names(addresses, address, named, person))
        .view(policy, found, upkeep(sheet));
  }

  private static boolean agreed(RecoveryContact contact) {
    return contact instanceof RecoveryContact.Accepted;
  }

  private static int left(Optional<CodeSheet> sheet) {
    return sheet.map(CodeSheet::left).orElse(0);
  }

  private static Optional<Upkeep> upkeep(Optional<CodeSheet> sheet) {
    return sheet
        .filter(it -> it.left() > 0 && it.owed() > 0)
        .map(it -> it.few() ? Upkeep.FEW_CODES : Upkeep.USED_CODE);
  }

  private static Map<Channel, String> names(
      List<ContactPoint> addresses,
      Function<ContactPoint, String> address,
      List<RecoveryContact> named,
      Function<RecoveryContact, String> person) {
    Map<Channel, String> names = new HashMap<>();
    addresses.forEach(one -> names.put(Channel.mailbox(one.id().toString()), address.apply(one)));
    named.forEach(one -> names.put(Channel.person(one.id().toString()), person.apply(one)));
    return names;
  }
}
