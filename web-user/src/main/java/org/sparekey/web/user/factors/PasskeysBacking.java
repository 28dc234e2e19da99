package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.ListOwnPasskeys;
import org.sparekey.application.enrolment.PasskeyView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.visit.Visit;

/** What the page /factors says about passkeys and security keys. */
@Named
@RequestScoped
public class PasskeysBacking {

  @Inject ListOwnPasskeys list;
  @Inject Visit visit;

  private @Nullable List<PasskeyView> passkeys;

  /** Where it is kept: "backed-up", "maybe" or "once"; "" for other kinds of factor. */
  public String kept(FactorId factor) {
    return find(factor)
        .map(it -> it.backedUp() ? "backed-up" : it.backupEligible() ? "maybe" : "once")
        .orElse("");
  }

  private Optional<PasskeyView> find(FactorId factor) {
    if (passkeys == null) {
      passkeys = list.list(visit.session());
    }
    return passkeys.stream().filter(it -> it.factor().equals(factor)).findFirst();
  }
}
