package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountShapes;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.shared.Origin;

/** Names the accounts of one shape, page by page; how many were shown is written down. */
@UseCase
public class ListPolicyPopulation {

  /** Accounts on a page. */
  public static final int PAGE = 25;

  private final PolicyDoor door;
  private final AccountShapes shapes;
  private final InstantSource clock;

  @Inject
  ListPolicyPopulation(PolicyDoor door, AccountShapes shapes, InstantSource clock) {
    this.door = door;
    this.shapes = shapes;
    this.clock = clock;
  }

  /**
   * A page of sign-in names.
   *
   * @param next the name to go on after; empty on the last page
   */
  public record Page(List<String> names, Optional<String> next) {

    /** Copies the names. */
    public Page {
      names = List.copyOf(names);
    }
  }

  /**
   * Names them.
   *
   * @param shape {@link AccountShape#code()}; one that nobody has finds nobody
   * @param after {@link Page#next()} of the page before; "" for the first
   */
  public PolicyAnswer<Page> list(
      SessionView staff,
      AssignPolicy.Audience audience,
      String shape,
      String after,
      Origin origin) {
    return door.unless(
        door.mayRead(staff),
        staff,
        AuditCode.STAFF_SEARCHED,
        audience.code(),
        origin,
        () -> {
          Page page = page(staff, audience == AssignPolicy.Audience.STAFF, shape, after);
          door.write(
              door.fact(AuditCode.STAFF_SEARCHED, staff, origin)
                  .with("rows=" + page.names().size()));
          return new PolicyAnswer.Granted<>(page);
        });
  }

  private Page page(SessionView staff, boolean ofStaff, String shape, String after) {
    List<String> found =
        shapes.count(staff.organisation(), ofStaff, clock.instant()).stream()
            .map(AccountShape.Counted::shape)
            .filter(each -> each.code().equals(shape))
            .flatMap(
                each ->
                    shapes
                        .having(
                            staff.organisation(),
                            ofStaff,
                            each,
                            SignInName.parse(after).map(SignInName::value).orElse(""),
                            PAGE + 1,
                            clock.instant())
                        .stream())
            .map(SignInName::value)
            .toList();
    boolean more = found.size() > PAGE;
    return new Page(
        found.stream().limit(PAGE).toList(),
        more ? Optional.of(found.get(PAGE - 1)) : Optional.empty());
  }
}
