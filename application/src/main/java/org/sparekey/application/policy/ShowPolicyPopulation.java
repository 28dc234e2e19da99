package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountShapes;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyReader;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.AccountAnalysis;
import org.sparekey.domain.policy.analysis.AccountProfile;
import org.sparekey.domain.policy.analysis.Population;
import org.sparekey.domain.policy.analysis.PopulationAnalysis;
import org.sparekey.domain.policy.analysis.ProfileChange;
import org.sparekey.domain.policy.analysis.ProfileFindings;
import org.sparekey.domain.shared.Origin;

/**
 * Says how many accounts of the own organisation a policy would lock out or weaken, against the
 * policy that holds for them now. Each shape of account is looked at once, however many have it.
 */
@UseCase
public class ShowPolicyPopulation {

  private final PolicyDoor door;
  private final PolicyRepository policies;
  private final OrganisationRepository organisations;
  private final AccountShapes shapes;
  private final InstantSource clock;

  @Inject
  ShowPolicyPopulation(
      PolicyDoor door,
      PolicyRepository policies,
      OrganisationRepository organisations,
      AccountShapes shapes,
      InstantSource clock) {
    this.door = door;
    this.policies = policies;
    this.organisations = organisations;
    this.shapes = shapes;
    this.clock = clock;
  }

  /**
   * Shows it.
   *
   * @param text of the policy, a draft or one that is published
   * @param audience on whom it is tried
   */
  public PolicyAnswer<PolicyPopulation> show(
      SessionView staff, String text, AssignPolicy.Audience audience, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayRead(staff);
    boolean tooLong = text.length() > PolicyDraft.LONGEST_TEXT;
    Optional<RecoveryPolicy> policy =
        closed.isPresent() || tooLong ? Optional.empty() : PolicyReader.read(text).policy();
    return door.unless(
        closed.or(
            () -> policy.isEmpty() ? Optional.of(PolicyRefusal.HAS_FAULTS) : Optional.empty()),
        staff,
        AuditCode.POLICY_TRIED,
        audience.code(),
        origin,
        () -> {
          RecoveryPolicy tried = policy.orElseThrow();
          PolicyPopulation population = population(staff, tried, audience);
          door.write(
              door.fact(AuditCode.POLICY_TRIED, staff, origin)
                  .policy(tried.version().toString())
                  .with(audience.code() + " rows=" + population.accounts()));
          return new PolicyAnswer.Granted<>(population);
        });
  }

  private PolicyPopulation population(
      SessionView staff, RecoveryPolicy policy, AssignPolicy.Audience audience) {
    Organisation own = organisations.find(staff.organisation()).orElseThrow();
    boolean ofStaff = audience == AssignPolicy.Audience.STAFF;
    RecoveryPolicy present =
        policies.latest(ofStaff ? own.staffPolicy() : own.ownerPolicy()).orElseThrow();
    List<AccountShape.Counted> counted = shapes.count(own.id(), ofStaff, clock.instant());
    return new PolicyPopulation(
        counted.stream().mapToLong(AccountShape.Counted::accounts).sum(),
        counted.stream()
            .map(each -> group(each, own, policy, present))
            .filter(PolicyPopulation.Group::concerned)
            .toList(),
        present.version().toString());
  }

  private static PolicyPopulation.Group group(
      AccountShape.Counted counted,
      Organisation own,
      RecoveryPolicy policy,
      RecoveryPolicy present) {
    AccountProfile profile = ShapedAccounts.profile(counted.shape(), own.passwordReset(), policy);
    AccountProfile now = ShapedAccounts.profile(counted.shape(), own.passwordReset(), present);
    Population alone = new Population(Map.of(profile, counted.accounts()));
    ProfileFindings findings = PopulationAnalysis.of(policy, alone).findings().get(0);
    ProfileChange change =
        ProfileChange.between(
            AccountAnalysis.of(present, now),
            AccountAnalysis.of(policy, profile),
            profile,
            counted.accounts());
    return new PolicyPopulation.Group(
        counted.shape(),
        counted.accounts(),
        findings.lockedOut(),
        !findings.lockingDevices().isEmpty(),
        !findings.openingByRecovery().isEmpty(),
        change.weakened(),
        change.locksOut());
  }
}
