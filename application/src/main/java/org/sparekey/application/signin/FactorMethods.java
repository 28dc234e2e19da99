package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;

/** Finds the method for a factor, and keeps what holds for all kinds. */
@Step
public class FactorMethods {

  private final Map<FactorKind, FactorMethod> byKind = new EnumMap<>(FactorKind.class);
  private final PushBudget pushes;
  private final FactorRepository factors;
  private final InstantSource clock;

  @Inject
  public FactorMethods(
      TotpMethod totp,
      PasskeyMethod passkey,
      PushMethod push,
      PhoneMethod phone,
      OktaMethod okta,
      PushBudget pushes,
      FactorRepository factors,
      InstantSource clock) {
    this.pushes = pushes;
    this.factors = factors;
    this.clock = clock;
    for (FactorMethod method : List.<FactorMethod>of(totp, passkey, push, phone, okta)) {
      method.kinds().forEach(kind -> byKind.put(kind, method));
    }
  }

  /** An active factor of this account: foreign and unknown ones are the same (attacks row 35). */
  public Optional<Factor.Active> active(AccountId account, FactorId id) {
    return factors
        .find(id)
        .filter(factor -> factor.details().account().equals(account))
        .flatMap(Factor::asActive);
  }

  /** Puts the question to the factor. */
  public AskResult ask(FactorQuestion question) {
    return method(question).ask(question);
  }

  /** What the page needs to show a question that was put before. */
  public Map<String, String> prompt(FactorQuestion question, Challenge challenge) {
    return method(question).prompt(question, challenge);
  }

  /** Checks the answer; an active factor that gave the right one has been used. */
  public ProofResult check(FactorQuestion question, FactorAnswer answer) {
    ProofResult result = method(question).check(question, answer);
    if (result.right()) {
      used(question.account().id(), question.factor().id());
    }
    return result;
  }

  /** Notes what every right answer brings, whatever the kind. */
  void used(AccountId account, FactorId factor) {
    pushes.restore(account);
    // the check may have written the factor: read it as it stands now
    factors
        .find(factor)
        .flatMap(Factor::asActive)
        .ifPresent(active -> factors.save(active.used(Moments.storable(clock.instant()))));
  }

  private FactorMethod method(FactorQuestion question) {
    FactorKind kind = question.factor().details().kind();
    FactorMethod method = byKind.get(kind);
    if (method == null) {
      throw new IllegalStateException("no method for " + kind.code());
    }
    return method;
  }
}
