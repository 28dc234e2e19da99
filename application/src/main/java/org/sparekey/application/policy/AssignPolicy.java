package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/** Says which policy holds in the own organisation for recoveries that begin from now on. */
@UseCase
public class AssignPolicy {

  private final PolicyDoor door;
  private final PolicyRepository policies;
  private final OrganisationRepository organisations;
  private final TellAdministrators tell;
  private final InstantSource clock;

  @Inject
  AssignPolicy(
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

  /** For whom a policy holds. */
  public enum Audience {
    /** Account owners. */
    OWNERS(PolicyAct.Kind.FOR_OWNERS),
    /** Members of staff. */
    STAFF(PolicyAct.Kind.FOR_STAFF);

    private final PolicyAct.Kind act;

    Audience(PolicyAct.Kind act) {
      this.act = act;
    }

    /** The stable code. */
    public String code() {
      return act.code();
    }
  }

  /** Assigns the policy, in whichever version is the latest. */
  public PolicyAnswer<PolicyVersion> assign(
      SessionView staff, String key, Audience audience, String reason, Origin origin) {
    organisations.lock(staff.organisation());
    Optional<PolicyRefusal> closed = door.mayDecide(staff, reason);
    // a retirement at the same moment waits for this one, or was before it
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
            .or(
                () ->
                    found.orElseThrow().retiredAt().isPresent()
                        ? Optional.of(PolicyRefusal.RETIRED)
                        : Optional.empty()),
        staff,
        AuditCode.POLICY_ASSIGNED,
        audience.code(),
        origin,
        () -> assigned(staff, found.orElseThrow(), audience, reason.strip(), origin));
  }

  private PolicyAnswer<PolicyVersion> assigned(
      SessionView staff, PublishedPolicy policy, Audience audience, String reason, Origin origin) {
    PolicyVersion version = policy.policy().version();
    Organisation own = organisations.find(staff.organisation()).orElseThrow();
    organisations.save(
        switch (audience) {
          case OWNERS -> own.ownersUnder(version.key());
          case STAFF -> own.staffUnder(version.key());
        });
    policies.note(
        new PolicyAct(
            version.key(),
            own.id(),
            audience.act,
            staff.account(),
            Moments.storable(clock.instant()),
            reason));
    door.write(
        door.fact(AuditCode.POLICY_ASSIGNED, staff, origin)
            .policy(version.toString())
            .with(audience.code()));
    tell.others(
        staff,
        NoticeKind.POLICY_ASSIGNED,
        Map.of("policy", PutIntoForce.words(policy.policy())),
        origin);
    return new PolicyAnswer.Granted<>(version);
  }
}
