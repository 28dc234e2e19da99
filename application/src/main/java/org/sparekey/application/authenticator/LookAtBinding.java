package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Origin;

/** Tells a phone what it would be bound to. The code stays good: looking changes nothing. */
@UseCase
public class LookAtBinding {

  private final BindingCodes codes;
  private final WaitingBinding waiting;
  private final AccountRepository accounts;
  private final SiteSettings site;
  private final ProofBudget budget;

  @Inject
  public LookAtBinding(
      BindingCodes codes,
      WaitingBinding waiting,
      AccountRepository accounts,
      SiteSettings site,
      ProofBudget budget) {
    this.codes = codes;
    this.waiting = waiting;
    this.accounts = accounts;
    this.site = site;
    this.budget = budget;
  }

  /** Whoever has no such code learns nothing, and not often. */
  public AuthenticatorAnswer<BindingView> look(String code, Origin origin) {
    if (budget.exhausted(origin)) {
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.SOURCE_EXHAUSTED);
    }
    Optional<Factor.Pending> pending = codes.read(code).flatMap(waiting::with);
    Optional<Account> owner = pending.flatMap(factor -> accounts.find(factor.details().account()));
    if (owner.isEmpty()) {
      budget.failed(origin);
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.UNKNOWN_CODE);
    }
    return new AuthenticatorAnswer.Heard<>(
        new BindingView(
            site.siteName(), owner.get().signInName().value(), pending.orElseThrow().expiresAt()));
  }
}
