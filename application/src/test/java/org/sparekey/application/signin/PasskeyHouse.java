package org.sparekey.application.signin;

import java.util.Optional;
import org.sparekey.application.enrolment.BeginPasskeyEnrolment;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmPasskeyEnrolment;
import org.sparekey.application.enrolment.PasskeyEnrolmentView;
import org.sparekey.application.enrolment.ShowPasskeyEnrolment;
import org.sparekey.application.memory.SoftAuthenticator;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** The sign-in house, where people hold passkeys and security keys. */
public final class PasskeyHouse {

  /** The nonce of the browser at home. */
  public static final String BROWSER = "nonce-of-the-browser";

  public final SignInHouse house = new SignInHouse();

  /** A new authenticator in front of this site. */
  public SoftAuthenticator authenticator() {
    return new SoftAuthenticator("https://keys.example.org", "keys.example.org");
  }

  /** A full session of Ada's, who confirmed lately. */
  public SessionView ada() {
    return house.fullSession(house.ada, house.phone);
  }

  public PasskeyEnrolmentView begun(SessionView view, boolean alone) {
    house
        .get(BeginPasskeyEnrolment.class)
        .begin(view, alone, SignInHouse.HOME)
        .fold(
            ok -> ok,
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
    return house.get(ShowPasskeyEnrolment.class).show(view).orElseThrow();
  }

  public BindOutcome confirm(SessionView view, FactorId factor, String device, String json) {
    return house
        .get(ConfirmPasskeyEnrolment.class)
        .confirm(view, factor, device, json, SignInHouse.HOME);
  }

  /** Binds what the authenticator makes. */
  public FactorId bind(
      SessionView view, SoftAuthenticator authenticator, boolean alone, String device) {
    PasskeyEnrolmentView begun = begun(view, alone);
    confirm(view, begun.id(), device, authenticator.create(begun.options()))
        .fold(
            ok -> ok,
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
    return begun.id();
  }

  /** The options for this factor, on the page that asks. */
  public String asked(SessionView view, FactorId factor) {
    return house
        .get(AskFactor.class)
        .ask(view, factor, SignInHouse.HOME, Optional.empty())
        .<String>fold(
            asked -> asked.prompt().getOrDefault(PasskeyMethod.OPTIONS, ""),
            refused -> {
              throw new AssertionError("refused: " + refused);
            });
  }

  public ChallengeOutcome answer(SessionView view, FactorId factor, String json) {
    return house
        .get(AnswerChallenge.class)
        .answer(
            view,
            factor,
            new FactorAnswer.Assertion(json),
            SignInHouse.HOME,
            Optional.empty(),
            false);
  }

  /** What the sign-in page offers to this browser. */
  public String offered() {
    return house.get(OfferPasskey.class).offer(BROWSER);
  }

  public ChallengeOutcome alone(String json) {
    return alone(json, BROWSER, Optional.empty());
  }

  public ChallengeOutcome alone(String json, String browser, Optional<Secret> browserToken) {
    return house.get(SignInWithPasskey.class).signIn(json, browser, SignInHouse.HOME, browserToken);
  }

  public Factor stored(FactorId factor) {
    return house.memory.factors.find(factor).orElseThrow();
  }

  public SessionView half(Account owner) {
    return house.halfSignedIn(owner);
  }
}
