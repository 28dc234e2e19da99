package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Origin;

/** Shows a version of a policy, and who did what with the policy, when and why. */
@UseCase
public class ViewPolicy {

  private final PolicyDoor door;
  private final PolicyRepository policies;
  private final OrganisationRepository organisations;

  @Inject
  ViewPolicy(PolicyDoor door, PolicyRepository policies, OrganisationRepository organisations) {
    this.door = door;
    this.policies = policies;
    this.organisations = organisations;
  }

  /** Shows it. */
  public PolicyAnswer<PolicyFile> view(SessionView staff, PolicyVersion version, Origin origin) {
    String target = version.toString();
    Optional<PublishedPolicy> found =
        door.mayRead(staff).isPresent() ? Optional.empty() : door.version(staff, version);
    return door.unless(
        door.mayRead(staff)
            .or(
                () ->
                    found.isPresent()
                        ? Optional.empty()
                        : Optional.of(PolicyRefusal.UNKNOWN_POLICY)),
        staff,
        AuditCode.POLICY_VIEWED,
        target,
        origin,
        () -> {
          door.write(door.fact(AuditCode.POLICY_VIEWED, staff, origin).policy(target));
          return new PolicyAnswer.Granted<>(file(staff, found.orElseThrow()));
        });
  }

  private PolicyFile file(SessionView staff, PublishedPolicy row) {
    Organisation own = organisations.find(staff.organisation()).orElseThrow();
    String key = row.policy().version().key();
    List<PublishedPolicy> history = policies.history(key);
    return new PolicyFile(
        row.policy(),
        history.stream().map(this::version).toList(),
        policies.acts(key, own.id()).stream()
            .map(act -> new PolicyFile.Deed(act.kind(), act.at(), word(act.by(), act.reason())))
            .toList(),
        row.organisation().isEmpty(),
        history.get(0).retiredAt().isPresent(),
        own.ownerPolicy().equals(key),
        own.staffPolicy().equals(key));
  }

  private PolicyFile.Version version(PublishedPolicy row) {
    return new PolicyFile.Version(
        row.policy().version().version(),
        row.publishedAt(),
        row.publication().map(it -> word(it.first().by(), it.first().reason())),
        row.publication()
            .flatMap(PublishedPolicy.Publication::second)
            .map(it -> word(it.by(), it.reason())),
        row.retiredAt());
  }

  private PolicyFile.Word word(AccountId by, String reason) {
    return new PolicyFile.Word(door.name(by), reason);
  }
}
