package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.port.WebAuthn;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;

/**
 * Passkeys and security keys. Their challenge is bound to account, session, purpose and factor, and
 * kept by nobody: asking writes nothing.
 */
@Step
public class PasskeyMethod implements FactorMethod {

  /** The key of the prompt: options for {@code navigator.credentials.get()}, JSON. */
  public static final String OPTIONS = "options";

  private final PasskeyRepository passkeys;
  private final PasskeyChallenges challenges;
  private final PasskeyProof proof;
  private final WebAuthn webAuthn;

  @Inject
  public PasskeyMethod(
      PasskeyRepository passkeys,
      PasskeyChallenges challenges,
      PasskeyProof proof,
      WebAuthn webAuthn) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.proof = proof;
    this.webAuthn = webAuthn;
  }

  @Override
  public Set<FactorKind> kinds() {
    return Set.of(FactorKind.PASSKEY, FactorKind.SECURITY_KEY);
  }

  @Override
  public AskResult ask(FactorQuestion question) {
    return passkeys
        .find(question.factor().id())
        .<AskResult>map(
            passkey ->
                new AskResult.Asked(
                    Optional.empty(),
                    Map.of(
                        OPTIONS,
                        webAuthn.requestOptions(
                            challenges.fresh(boundTo(question)),
                            PasskeyProof.use(question.factor().details().kind()),
                            List.of(passkey)))))
        .orElseGet(() -> new AskResult.Refused(ChallengeRefusal.UNKNOWN_FACTOR, Optional.empty()));
  }

  @Override
  public ProofResult check(FactorQuestion question, FactorAnswer answer) {
    Optional<Factor.Active> factor = question.factor().asActive();
    if (factor.isEmpty() || !(answer instanceof FactorAnswer.Assertion assertion)) {
      return ProofResult.refused(ChallengeRefusal.WRONG_ASSERTION);
    }
    return webAuthn
        .claim(assertion.json())
        .map(claim -> refusal(question, factor.get(), claim, assertion.json()))
        .orElse(Optional.of(ChallengeRefusal.WRONG_ASSERTION))
        .map(ProofResult::refused)
        .orElseGet(ProofResult::accepted);
  }

  private Optional<ChallengeRefusal> refusal(
      FactorQuestion question, Factor.Active factor, WebAuthn.Claim claim, String json) {
    return challenges
        .spend(claim.challenge(), boundTo(question))
        .or(
            () ->
                passkeys
                    .find(factor.id())
                    .map(
                        passkey ->
                            proof.check(
                                question.account(),
                                factor,
                                passkey,
                                claim,
                                json,
                                question.origin()))
                    .orElse(Optional.of(ChallengeRefusal.UNKNOWN_FACTOR)));
  }

  private static String[] boundTo(FactorQuestion question) {
    return new String[] {
      question.purpose().code(),
      question.flow(),
      question.account().id().toString(),
      question.factor().id().toString()
    };
  }
}
