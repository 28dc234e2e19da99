package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;

/**
 * Says of each proof what an attacker must hold to give it. That decides whether two proofs are two
 * (attacks rows 1 and 2).
 */
@Step
class Proofs {

  private final ContactPointRepository contacts;
  private final OrganisationRepository organisations;
  private final PasswordRepository passwords;

  @Inject
  Proofs(
      ContactPointRepository contacts,
      OrganisationRepository organisations,
      PasswordRepository passwords) {
    this.contacts = contacts;
    this.organisations = organisations;
    this.passwords = passwords;
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
   *       Another mailbox still counts at once.
   * </ul>
   */
  EvidenceGiven password(Account account, Instant now) {
    Set<Channel> channels = new HashSet<>(Set.of(Channel.memory()));
    if (passwordResetBy(account) == PasswordResetRule.MAILBOX_ALONE) {
      contacts.ofAccount(account.id()).stream()
          .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
          .filter(contact -> contact.hearsNotices(now))
          .forEach(contact -> channels.add(mailbox(contact.id())));
    }
    passwords
        .find(account.id())
        .flatMap(password -> password.resetLatelyThrough(now))
        .ifPresent(reset -> channels.add(mailbox(reset)));
    return new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(channels), now);
  }

  /** A code that was mailed there. */
  EvidenceGiven mailedCode(ContactPointId to, Instant now) {
    return new EvidenceGiven(EvidenceKind.MAILED_CODE, Access.anyOf(mailbox(to)), now);
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

  private static Channel mailbox(ContactPointId id) {
    return Channel.mailbox(id.toString());
  }
}
