package org.sparekey.domain.recoverycontact;

import java.time.Instant;
import java.util.Locale;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryContactId;

/**
 * What is known of a recovery contact in every state.
 *
 * @param name what the owner calls the person
 * @param address the mail address, in its canonical form
 * @param asker the name that the owner wrote into the invitation: all that the person is told of
 *     the account
 * @param language of mails to this person
 * @param linkHash SHA-256, lower-case hex, of the token in the link of the last invitation; by that
 *     link the person accepts, declines and withdraws
 * @param invitedAt when that invitation went out
 */
public record RecoveryContactDetails(
    RecoveryContactId id,
    AccountId account,
    PersonName name,
    String address,
    PersonName asker,
    Locale language,
    String linkHash,
    Instant invitedAt) {

  /** With another link, from another invitation. */
  public RecoveryContactDetails invitedAgain(String newLinkHash, Instant now) {
    return new RecoveryContactDetails(
        id, account, name, address, asker, language, newLinkHash, now);
  }

  /** Whether mail to that address most likely lies in the same mailbox. */
  public boolean sharesMailboxWith(String other) {
    return mailbox(address).equals(mailbox(other));
  }

  /** Whether mail to both addresses most likely lies in one mailbox. */
  public static boolean oneMailbox(String one, String other) {
    return mailbox(one).equals(mailbox(other));
  }

  /** Case never matters in practice, nor does what follows a plus sign (RFC 5233). */
  private static String mailbox(String address) {
    String folded = address.toLowerCase(Locale.ROOT);
    int at = folded.lastIndexOf('@');
    int plus = folded.indexOf('+');
    return plus > 0 && plus < at ? folded.substring(0, plus) + folded.substring(at) : folded;
  }
}
