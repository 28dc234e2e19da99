package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.PhoneFactorRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Secret;

/**
 * Says of each proof what an attacker must hold to give it. That decides whether two proofs are two
 * (attacks rows 1 and 2).
 */
@Step
class Proofs {

  private final ContactPointRepository contacts;
  private final OrganisationRepository organisations;
  private final PasswordRepository passwords;
  private final FactorRepository factors;
  private final PhoneFactorRepository phones;
  private final Macs macs;

  @Inject
  Proofs(
      ContactPointRepository contacts,
      OrganisationRepository organisations,
      PasswordRepository passwords,
      FactorRepository factors,
      PhoneFactorRepository phones,
      Macs macs) {
    this.contacts = contacts;
    this.organisations = organisations;
    this.passwords = passwords;
    this.factors = factors;
    this.phones = phones;
    this.macs = macs;
  }

  /** The mailboxes to which a recovery may send a code. */
  List<ContactPoint> usableMailboxes(AccountId account, Instant now) {
    return contacts.ofAccount(account).stream()
        .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
        .filter(contact -> contact.usableForRecovery(now))
        .toList();
  }

  /** Whether the mailbox is still one of the account: codes that went to a removed one are void. */
  boolean stillUsable(AccountId account, ContactPointId mailbox) {
    return contacts
        .find(mailbox)
        .filter(contact -> contact.account().equals(account))
        .filter(ContactPoint::active)
        .isPresent();
  }

  /**
   * The password. It is in the owner's memory; and whoever can reset it can give it, too:
   *
   * <ul>
   *   <li>every mailbox of the account, active or removed lately, where the organisation lets a
   *       mailbox alone reset passwords;
   *   <li>the one mailbox through which it was reset during the last {@link
   *       StoredPassword#RESET_REMEMBERED}, even though Sparekey asked for a factor as well: a
   *       thief who borrowed the factor once could have made the mailbox worth both proofs. Later,
   *       an owner would have noticed: the reset ended all sessions and was told at every address.
   *       Another mailbox still counts at once;
   *   <li>any active mailbox together with the device of an authenticator app, which is what a
   *       reset takes.
   * </ul>
   */
  EvidenceGiven password(Account account, Instant now) {
    Set<Channel> channels = new HashSet<>(Set.of(Channel.memory()));
    if (passwordResetBy(account) == PasswordResetRule.MAILBOX_ALONE) {
      contacts.ofAccount(account.id()).stream()
          .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
          .filter(contact -> contact.hearsNotices(now))
          .forEach(contact -> channels.addAll(reading(contact)));
    }
    passwords
        .find(account.id())
        .flatMap(password -> password.resetLatelyThrough(now))
        .ifPresent(reset -> channels.addAll(reading(reset)));
    return new EvidenceGiven(
        EvidenceKind.PASSWORD, orResetWithApp(account, Access.anyOf(channels)), now);
  }

  /** Who reads an active mailbox and holds the device of an app can reset the password. */
  private Access orResetWithApp(Account account, Access access) {
    Set<Set<Channel>> alternatives = new HashSet<>(access.alternatives());
    for (Factor.Active app : apps(account)) {
      contacts.ofAccount(account.id()).stream()
          .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
          .filter(ContactPoint::active)
          .forEach(contact -> alternatives.add(Set.of(mailbox(contact.id()), device(app))));
    }
    return new Access(alternatives);
  }

  private List<Factor.Active> apps(Account account) {
    return factors.ofAccount(account.id()).stream()
        .flatMap(factor -> factor.asActive().stream())
        .filter(factor -> factor.details().kind() == FactorKind.TOTP)
        .toList();
  }

  /**
   * A factor that is left: it takes the device. A code by text or call goes to whoever holds the
   * device or has the number, so two numbers on one handset are one proof (attacks rows 2 and 4).
   */
  EvidenceGiven factor(Factor.Active factor, Instant now) {
    Set<Channel> channels = new HashSet<>(Set.of(device(factor)));
    phones.number(factor.id()).ifPresent(number -> channels.add(number(number)));
    return new EvidenceGiven(
        SurvivingFactors.kind(factor), Access.anyOf(channels), now, Optional.of(factor.id()));
  }

  /**
   * A code that was mailed there. Where the owner said that the mailbox opens with a device, who
   * holds that device gives it: beside a proof on that device it is no second one (row 2).
   */
  EvidenceGiven mailedCode(ContactPointId to, Instant now) {
    return new EvidenceGiven(EvidenceKind.MAILED_CODE, Access.anyOf(reading(to)), now);
  }

  private Set<Channel> reading(ContactPointId id) {
    return contacts.find(id).map(this::reading).orElseGet(() -> Set.of(mailbox(id)));
  }

  /**
   * The mailbox, and the device that opens it: more holders of a proof never make it count more.
   */
  private Set<Channel> reading(ContactPoint contact) {
    Set<Channel> channels = new HashSet<>(Set.of(mailbox(contact.id())));
    contact
        .openedWith()
        .flatMap(factors::find)
        .filter(factor -> factor.details().account().equals(contact.account()))
        .ifPresent(factor -> channels.add(device(factor)));
    return channels;
  }

  /** A recovery code. Making new ones takes all that signing in takes. */
  EvidenceGiven recoveryCode(Instant now) {
    return new EvidenceGiven(EvidenceKind.RECOVERY_CODE, Access.anyOf(Channel.paper()), now);
  }

  private PasswordResetRule passwordResetBy(Account account) {
    return organisations
        .find(account.organisation())
        .map(Organisation::passwordReset)
        .orElse(PasswordResetRule.MAILBOX_ALONE);
  }

  /** However its owner wrote the name. */
  private static Channel device(Factor factor) {
    return Channel.device(factor.details().device().folded());
  }

  /** The number itself stays where it can be wiped. */
  private Channel number(PhoneNumber number) {
    return Channel.number(macs.mac("number-channel", Secret.ofText(number.value())));
  }

  private static Channel mailbox(ContactPointId id) {
    return Channel.mailbox(id.toString());
  }
}
