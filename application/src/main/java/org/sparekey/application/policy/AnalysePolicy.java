package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDifference;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyReader;
import org.sparekey.domain.policy.PolicyReading;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.AccountAnalysis;
import org.sparekey.domain.policy.analysis.Assurance;
import org.sparekey.domain.policy.analysis.InventedAccount;
import org.sparekey.domain.policy.analysis.WorstCase;
import org.sparekey.domain.shared.Origin;

/**
 * Says what a text would mean, before anything obeys it: who could break in, who would be locked
 * out, which assurance it grants. It looks at nobody's account and stores nothing, so only a
 * refusal is written down.
 */
@UseCase
public class AnalysePolicy {

  private final PolicyDoor door;
  private final OrganisationRepository organisations;

  @Inject
  AnalysePolicy(PolicyDoor door, OrganisationRepository organisations) {
    this.door = door;
    this.organisations = organisations;
  }

  /**
   * Analyses the text.
   *
   * @param account on which it is tried
   */
  public PolicyAnswer<PolicyAnalysis> analyse(
      SessionView staff, String text, InventedAccount account, Origin origin) {
    boolean tooLong = text.length() > PolicyDraft.LONGEST_TEXT;
    return door.unless(
        door.mayRead(staff)
            .or(() -> tooLong ? Optional.of(PolicyRefusal.TOO_LONG) : Optional.empty()),
        staff,
        AuditCode.POLICY_VIEWED,
        "analysis",
        origin,
        () -> {
          PolicyReading reading = PolicyReader.read(DraftTexts.clean(text));
          return new PolicyAnswer.Granted<>(
              new PolicyAnalysis(
                  reading.policy().map(policy -> found(staff, policy, account)), reading.faults()));
        });
  }

  private PolicyAnalysis.Found found(
      SessionView staff, RecoveryPolicy policy, InventedAccount account) {
    PasswordResetRule rule =
        organisations
            .find(staff.organisation())
            .map(Organisation::passwordReset)
            .orElse(PasswordResetRule.MAILBOX_ALONE);
    List<PolicyDifference.Line> changes =
        door.latest(staff, policy.version().key())
            .map(PublishedPolicy::policy)
            .map(older -> PolicyDifference.between(older, policy.as(older.version())))
            .orElse(List.of());
    return new PolicyAnalysis.Found(
        policy,
        account,
        AccountAnalysis.of(policy, account.under(policy)),
        WorstCase.of(policy),
        Assurance.of(policy, rule),
        changes);
  }
}
