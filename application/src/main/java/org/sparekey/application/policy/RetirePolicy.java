package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/** Ends a policy of the own organisation for recoveries that are to begin; others go on. */
@UseCase
public class RetirePolicy {

  private final PolicyDoor door;
  private final PolicyRepository policies;
  private final OrganisationRepository organisations;
  private final TellAdministrators tell;
  private final InstantSource clock;

  @Inject
  RetirePolicy(
      PolicyDoor door,
      PolicyRepository policies,
      OrganisationRepository organisations,
      TellAdministrators tell,
      InstantSource clock) {
    this.door = door;
    this.policies = policies;
    this.organisations = organisations;
    this.tell = tell;
    this.clock = clock;
  }

  /** Retires it with all its versions; one that holds for somebody cannot be retired. */
  public PolicyAnswer<PolicyVersion> retire(
      SessionView staff, String key, String reason, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayDecide(staff, reason);
    // an assignment at the same moment waits for this one, or was before it
    policies.history(key).stream()
        .findFirst()
        .filter(row -> closed.isEmpty())
        .ifPresent(row -> policies.lock(row.policy().version()));
    Optional<PublishedPolicy> found =
        closed.isPresent() ? Optional.empty() : door.latest(staff, key);
    return door.unless(
        closed
            .or(
                () ->
                    found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_POLICY) : Optional.empty())
            .or(() -> obstacle(found.orElseThrow())),
        staff,
        AuditCode.POLICY_RETIRED,
        "",
        origin,
        () -> retired(staff, found.orElseThrow(), reason.strip(), origin));
  }

  private Optional<PolicyRefusal> obstacle(PublishedPolicy policy) {
    if (policy.organisation().isEmpty()) {
      return Optional.of(PolicyRefusal.SHIPPED);
    }
    if (policy.retiredAt().isPresent()) {
      return Optional.of(PolicyRefusal.RETIRED);
    }
    String key = policy.policy().version().key();
    return organisations.all().stream().anyMatch(each -> each.uses(key))
        ? Optional.of(PolicyRefusal.IN_USE)
        : Optional.empty();
  }

  private PolicyAnswer<PolicyVersion> retired(
      SessionView staff, PublishedPolicy policy, String reason, Origin origin) {
    PolicyVersion version = policy.policy().version();
    Instant now = Moments.storable(clock.instant());
    policies.retire(version.key(), now);
    policies.note(
        new PolicyAct(
            version.key(),
            staff.organisation(),
            PolicyAct.Kind.RETIRED,
            staff.account(),
            now,
            reason));
    door.write(door.fact(AuditCode.POLICY_RETIRED, staff, origin).policy(version.toString()));
    tell.others(
        staff,
        NoticeKind.POLICY_RETIRED,
        Map.of("policy", PutIntoForce.words(policy.policy())),
        origin);
    return new PolicyAnswer.Granted<>(version);
  }
}
