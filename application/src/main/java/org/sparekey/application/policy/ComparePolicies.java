package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDifference;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.Strictness;
import org.sparekey.domain.shared.Origin;

/** Shows what two published versions say differently; of one policy or of two. */
@UseCase
public class ComparePolicies {

  private final PolicyDoor door;

  @Inject
  ComparePolicies(PolicyDoor door) {
    this.door = door;
  }

  /**
   * The difference.
   *
   * @param noWeaker whether the newer lets in nobody whom the older keeps out
   */
  public record Difference(
      PolicyVersion older,
      PolicyVersion newer,
      List<PolicyDifference.Line> lines,
      boolean noWeaker) {

    /** Copies the lines. */
    public Difference {
      lines = List.copyOf(lines);
    }
  }

  /** Compares them. */
  public PolicyAnswer<Difference> compare(
      SessionView staff, PolicyVersion older, PolicyVersion newer, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayRead(staff);
    Optional<PublishedPolicy> one =
        closed.isPresent() ? Optional.empty() : door.version(staff, older);
    Optional<PublishedPolicy> other =
        closed.isPresent() ? Optional.empty() : door.version(staff, newer);
    return door.unless(
        closed.or(
            () ->
                one.isEmpty() || other.isEmpty()
                    ? Optional.of(PolicyRefusal.UNKNOWN_POLICY)
                    : Optional.empty()),
        staff,
        AuditCode.POLICY_VIEWED,
        older + " " + newer,
        origin,
        () -> {
          door.write(
              door.fact(AuditCode.POLICY_VIEWED, staff, origin)
                  .policy(newer.toString())
                  .with(older.toString()));
          return new PolicyAnswer.Granted<>(difference(one.orElseThrow(), other.orElseThrow()));
        });
  }

  private static Difference difference(PublishedPolicy older, PublishedPolicy newer) {
    return new Difference(
        older.policy().version(),
        newer.policy().version(),
        PolicyDifference.between(older.policy(), newer.policy()),
        Strictness.noWeaker(newer.policy(), older.policy()));
  }
}
