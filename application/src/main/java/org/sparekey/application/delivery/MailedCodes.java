package org.sparekey.application.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sparekey.application.Step;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Codes that are mailed and typed back. A code is bound to its purpose, its flow, the account and
 * the contact point (attacks row 24), and is spent by one guarded update (row 11). Throttles and
 * audit entries are the business of the use case.
 */
@Step
public class MailedCodes {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{" + IssuedCode.DIGITS + "}");
  private static final int LONGEST_TYPED = 40;
  private static final ContactPointId NOWHERE = new ContactPointId(new UUID(0, 0));

  private final IssuedCodeRepository codes;
  private final Notices notices;
  private final Macs macs;
  private final RandomSource random;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public MailedCodes(
      IssuedCodeRepository codes,
      Notices notices,
      Macs macs,
      RandomSource random,
      IdSource ids,
      InstantSource clock) {
    this.codes = codes;
    this.notices = notices;
    this.macs = macs;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a code and mails it; nobody else learns it. Returns when it ends. */
  public Instant send(
      Account owner,
      ContactPoint to,
      CodePurpose purpose,
      String flow,
      Duration validity,
      Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Instant end = now.plus(validity);
    Secret code = issue(new CodeId(ids.next()), owner.id(), to.id(), purpose, flow, now, end);
    notices.sendCode(owner, to, purpose, code, end, origin);
    return end;
  }

  /**
   * Does the same work and mails nothing (attacks row 16): a code is written that nobody learns and
   * that belongs to no contact point.
   *
   * @param subject an account without a mailbox, or the id that stands for a name without an
   *     account
   */
  public Instant sendDecoy(
      AccountId subject,
      Locale language,
      CodePurpose purpose,
      String flow,
      Duration validity,
      Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Instant end = now.plus(validity);
    Secret code = issue(new CodeId(ids.next()), subject, NOWHERE, purpose, flow, now, end);
    notices.sendDecoyCode(language, purpose, code, end, origin);
    return end;
  }

  /** A code that is kept, and what must be typed. */
  record Made(CodeId id, Secret digits, Instant expiresAt) {}

  /** Makes a code and keeps it; whoever asks for it sends it. */
  Made make(Account owner, ContactPoint to, CodePurpose purpose, String flow, Duration validity) {
    Instant now = Moments.storable(clock.instant());
    Instant end = now.plus(validity);
    CodeId id = new CodeId(ids.next());
    return new Made(id, issue(id, owner.id(), to.id(), purpose, flow, now, end), end);
  }

  private Secret issue(
      CodeId id,
      AccountId account,
      ContactPointId to,
      CodePurpose purpose,
      String flow,
      Instant now,
      Instant end) {
    Secret code = random.digits(IssuedCode.DIGITS);
    codes.add(
        new IssuedCode(
            id,
            purpose,
            flow,
            account,
            to,
            mac(purpose, flow, account, to, code),
            now,
            end,
            Optional.empty()));
    return code;
  }

  /** The digits of what was typed, blanks and hyphens left out; empty when it can be no code. */
  public Optional<Secret> read(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String digits = SEPARATORS.matcher(typed).replaceAll("");
    return DIGITS.matcher(digits).matches() ? Optional.of(Secret.ofText(digits)) : Optional.empty();
  }

  /** The open code that this is, not yet spent; empty when it is none. */
  public Optional<IssuedCode> find(
      CodePurpose purpose, String flow, AccountId account, Secret code) {
    mac(purpose, flow, account, NOWHERE, code);
    List<IssuedCode> open = codes.open(purpose, flow, account, clock.instant());
    return open.stream()
        .filter(
            issued -> same(issued.mac(), mac(purpose, flow, account, issued.contactPoint(), code)))
        .findFirst();
  }

  /** Spends it: true for exactly one of any number of calls. */
  public boolean spend(IssuedCode code) {
    return codes.spend(code.id(), Moments.storable(clock.instant()));
  }

  private String mac(
      CodePurpose purpose, String flow, AccountId account, ContactPointId to, Secret code) {
    return macs.mac("code." + purpose.code(), code, flow, account.toString(), to.toString());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}
