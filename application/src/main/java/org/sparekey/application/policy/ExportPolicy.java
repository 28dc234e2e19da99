package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.Origin;

/** Gives a version of a policy away as a readable text, which any installation imports. */
@UseCase
public class ExportPolicy {

  private final PolicyDoor door;

  @Inject
  ExportPolicy(PolicyDoor door) {
    this.door = door;
  }

  /** The text. */
  public PolicyAnswer<String> export(SessionView staff, PolicyVersion version, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayRead(staff);
    Optional<PublishedPolicy> found =
        closed.isPresent() ? Optional.empty() : door.version(staff, version);
    return door.unless(
        closed.or(
            () -> found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_POLICY) : Optional.empty()),
        staff,
        AuditCode.POLICY_EXPORTED,
        version.toString(),
        origin,
        () -> {
          door.write(
              door.fact(AuditCode.POLICY_EXPORTED, staff, origin).policy(version.toString()));
          return new PolicyAnswer.Granted<>(PolicyText.of(found.orElseThrow().policy()));
        });
  }
}
