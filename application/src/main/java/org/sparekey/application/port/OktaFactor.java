package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.FactorId;

/**
 * What is known at Okta about one of our factors.
 *
 * @param login whose it is there: the sign-in name of our account
 * @param user Okta's id of the user, once found
 * @param id Okta's id of the factor, once found or made
 * @param enrolledHere whether it came into being by our enrolment, so that it ends with our factor
 * @param sealedPicture the QR code to scan, while it waits to be scanned
 * @param failure why it failed, as a stable code
 * @param dueAt when something is to be said to Okta; empty when there is nothing
 * @param attempts how often in a row Okta could not be reached
 */
public record OktaFactor(
    FactorId factor,
    String login,
    Optional<String> user,
    Optional<String> id,
    boolean enrolledHere,
    Step step,
    Optional<String> sealedPicture,
    Optional<String> failure,
    Optional<Instant> dueAt,
    int attempts) {

  /** How far it is; {@link #code()} is stored. */
  public enum Step {
    /** Nothing was said to Okta yet. */
    WANTED("wanted"),
    /** The QR code waits to be scanned. */
    SCANNING("scanning"),
    /** Okta Verify is in use there. */
    FOUND("found"),
    /** There is no way to it. */
    FAILED("failed"),
    /** It was ended there. */
    RESET("reset");

    private final String code;

    Step(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** What a sealed picture is bound to. */
  public static String pictureOf(FactorId factor) {
    return "okta-picture:" + factor;
  }

  /** Just wanted; due at once. */
  public static OktaFactor wanted(FactorId factor, String login, Instant now) {
    return new OktaFactor(
        factor,
        login,
        Optional.empty(),
        Optional.empty(),
        false,
        Step.WANTED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(now),
        0);
  }

  /** The user's Okta Verify waits to be scanned. */
  public OktaFactor scanning(
      String oktaUser, String oktaId, Optional<String> picture, Instant next) {
    return new OktaFactor(
        factor,
        login,
        Optional.of(oktaUser),
        Optional.of(oktaId),
        true,
        Step.SCANNING,
        picture.or(() -> sealedPicture),
        Optional.empty(),
        Optional.of(next),
        0);
  }

  /** It is in use there. */
  public OktaFactor found(String oktaUser, String oktaId) {
    return new OktaFactor(
        factor,
        login,
        Optional.of(oktaUser),
        Optional.of(oktaId),
        enrolledHere,
        Step.FOUND,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** There is no way to it. */
  public OktaFactor failed(String why) {
    return ended(Step.FAILED, Optional.of(why));
  }

  /** It was ended there. */
  public OktaFactor reset() {
    return ended(Step.RESET, Optional.empty());
  }

  /** Nothing is to be said any more. */
  public OktaFactor quiet() {
    return ended(step, failure);
  }

  /** Okta could not be reached; again at {@code next}. */
  public OktaFactor later(Instant next) {
    return new OktaFactor(
        factor,
        login,
        user,
        id,
        enrolledHere,
        step,
        sealedPicture,
        failure,
        Optional.of(next),
        attempts + 1);
  }

  private OktaFactor ended(Step last, Optional<String> why) {
    return new OktaFactor(
        factor, login, user, id, enrolledHere, last, Optional.empty(), why, Optional.empty(), 0);
  }

  /** Without the picture. */
  @Override
  public String toString() {
    return "OktaFactor[" + factor + " " + step.code() + "]";
  }
}
