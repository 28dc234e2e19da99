package org.sparekey.domain.recoverycontact;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What one recovery contact says in one recovery: asked by mail, the person states on a page to
 * have spoken to the owner and reads out a code that stands there; it counts when the owner has
 * typed it in the browser that started (attacks row 17).
 */
public sealed interface Vouching {

  /** Digits in a code: 26 bits (NIST SP 800-63B-4 §4.2.1.2 asks for at least 6 digits). */
  int DIGITS = 8;

  /**
   * How long a code is good. It stays with the person who reads it out, and a mail of 24 hours is
   * behind it: together they are what NIST SP 800-63B-4 §4.2.1.3 allows.
   */
  Duration LONGEST = Duration.ofHours(24);

  /** By how much longer the proofs of a recovery may take once contacts are asked, same clause. */
  Duration EXTENSION = Duration.ofHours(24);

  /** What stays the same in every state. */
  Details details();

  /** The stable code of this state. */
  VouchingStatus status();

  /** Calls the function for this state: what a switch over the sealed type would do. */
  <R> R fold(
      Function<? super Asked, ? extends R> asked,
      Function<? super Vouched, ? extends R> vouched,
      Function<? super Counted, ? extends R> counted,
      Function<? super Doubted, ? extends R> doubted);

  /** Short for {@code details().contact()}. */
  default RecoveryContactId contact() {
    return details().contact();
  }

  /**
   * Who was asked for what.
   *
   * @param linkHash SHA-256, lower-case hex, of the token in the link that was mailed
   * @param askedAt when it was mailed
   */
  record Details(
      RecoveryId recovery, RecoveryContactId contact, String linkHash, Instant askedAt) {}

  /** The person has not said that something is wrong. */
  sealed interface Trusted extends Vouching permits Open, Counted {

    /** "I did not speak to her": from now on nothing that the person said counts. */
    default Doubted doubt(Instant now) {
      return new Doubted(details(), now);
    }
  }

  /** The person can still be shown a code. */
  sealed interface Open extends Trusted permits Asked, Vouched {

    /**
     * "I have spoken to her." A code that was shown before ends.
     *
     * @param mac keyed hash of the code and of everything that it is bound to, lower-case hex
     */
    default Vouched vouch(String mac, Instant now, Instant expiresAt) {
      return new Vouched(details(), mac, now, expiresAt);
    }

    /** Asked once more; the link that was mailed before ends, and so does a code. */
    default Asked askAgain(String linkHash, Instant now) {
      return new Asked(new Details(details().recovery(), contact(), linkHash, now));
    }
  }

  /** A mail is out. */
  record Asked(Details details) implements Open {
    @Override
    public VouchingStatus status() {
      return VouchingStatus.ASKED;
    }

    @Override
    public <R> R fold(
        Function<? super Asked, ? extends R> asked,
        Function<? super Vouched, ? extends R> vouched,
        Function<? super Counted, ? extends R> counted,
        Function<? super Doubted, ? extends R> doubted) {
      return asked.apply(this);
    }
  }

  /** A code was shown to the person. */
  record Vouched(Details details, String mac, Instant vouchedAt, Instant expiresAt)
      implements Open {

    /** The owner typed the code. */
    public Counted count(Instant now) {
      return new Counted(details, now);
    }

    @Override
    public VouchingStatus status() {
      return VouchingStatus.VOUCHED;
    }

    @Override
    public <R> R fold(
        Function<? super Asked, ? extends R> asked,
        Function<? super Vouched, ? extends R> vouched,
        Function<? super Counted, ? extends R> counted,
        Function<? super Doubted, ? extends R> doubted) {
      return vouched.apply(this);
    }
  }

  /** The code came back: the person counts, once. */
  record Counted(Details details, Instant countedAt) implements Trusted {
    @Override
    public VouchingStatus status() {
      return VouchingStatus.COUNTED;
    }

    @Override
    public <R> R fold(
        Function<? super Asked, ? extends R> asked,
        Function<? super Vouched, ? extends R> vouched,
        Function<? super Counted, ? extends R> counted,
        Function<? super Doubted, ? extends R> doubted) {
      return counted.apply(this);
    }
  }

  /** The person raised the alarm. */
  record Doubted(Details details, Instant doubtedAt) implements Vouching {
    @Override
    public VouchingStatus status() {
      return VouchingStatus.DOUBTED;
    }

    @Override
    public <R> R fold(
        Function<? super Asked, ? extends R> asked,
        Function<? super Vouched, ? extends R> vouched,
        Function<? super Counted, ? extends R> counted,
        Function<? super Doubted, ? extends R> doubted) {
      return doubted.apply(this);
    }
  }
}
