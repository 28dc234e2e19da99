package org.sparekey.application.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Composes mails in the owner's language and puts them into the outbox, in the transaction. */
public interface Notices {

  /**
   * Tells the owner, at every address that hears notices, removed ones included (NIST SP 800-63B-4
   * §4.6; attacks rows 5 and 28).
   *
   * @param words what the text names, for example "device"; never a secret
   */
  void tellOwner(Account owner, NoticeKind kind, Map<String, String> words, Origin origin);

  /**
   * The same, with a link in each mail.
   *
   * @param link the address for one contact point; opening it must do nothing (attacks row 17)
   */
  void tellOwnerWithLink(
      Account owner,
      NoticeKind kind,
      Map<String, String> words,
      Origin origin,
      Function<? super ContactPoint, URI> link);

  /**
   * Reminds the owner, at the addresses that are hers now and no others: a reminder says that
   * something is missing, which is no business of an address that was removed.
   *
   * @param link a page that does nothing when it is opened
   */
  void remindOwner(Account owner, NoticeKind kind, URI link);

  /** Mails a code: what it is for, where the request came from, what to do if it was not you. */
  void sendCode(
      Account owner,
      ContactPoint to,
      CodePurpose purpose,
      Secret code,
      Instant expiresAt,
      Origin origin);

  /** Does the same work as {@link #sendCode} and sends nothing (attacks row 16). */
  void sendDecoyCode(
      Locale language, CodePurpose purpose, Secret code, Instant expiresAt, Origin origin);
}
