package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.analysis.InventedAccount;

/** What there is to choose from on pages about policies. */
@Named
@RequestScoped
public class PolicyChoices {

  public List<EvidenceKind> getEvidence() {
    return List.of(EvidenceKind.values());
  }

  public List<InventedAccount> getAccounts() {
    return List.of(InventedAccount.values());
  }

  public List<RiskAssessment.Level> getRisks() {
    return List.of(RiskAssessment.Level.values());
  }

  /** The lines of a text that are one field each. */
  public List<String> getPlainRules() {
    return List.of(
        "probation",
        "contact-cool-off",
        "wrong-proofs",
        "remembered-browsers",
        "recovery-contacts",
        "least-factors");
  }
}
