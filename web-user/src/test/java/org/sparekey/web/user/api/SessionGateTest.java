package org.sparekey.web.user.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.SessionId;
import org.sparekey.web.user.problem.ProblemType;

class SessionGateTest {

  @Test
  void withoutASessionNothingIsOpenThatDoesNotSaySo() {
    assertThat(SessionGate.refusal(method("plain"), Optional.empty()))
        .hasValue(ProblemType.SIGN_IN_NEEDED);
    assertThat(SessionGate.refusal(method("atAnyLevel"), Optional.empty()))
        .hasValue(ProblemType.SIGN_IN_NEEDED);
    assertThat(SessionGate.refusal(null, Optional.empty())).hasValue(ProblemType.SIGN_IN_NEEDED);
    assertThat(SessionGate.refusal(method("open"), Optional.empty())).isEmpty();
  }

  @Test
  void aHalfSessionIsNoFullOne() {
    Optional<SessionView> half = Optional.of(session(Session.Level.PASSWORD));
    assertThat(SessionGate.refusal(method("plain"), half)).hasValue(ProblemType.FORBIDDEN);
    assertThat(SessionGate.refusal(method("whileEnrolling"), half)).hasValue(ProblemType.FORBIDDEN);
    assertThat(SessionGate.refusal(method("atAnyLevel"), half)).isEmpty();
  }

  @Test
  void aSessionThatMayEnrolMayOnlyEnrol() {
    Optional<SessionView> enrolling = Optional.of(session(Session.Level.ENROLMENT));
    assertThat(SessionGate.refusal(method("plain"), enrolling)).hasValue(ProblemType.FORBIDDEN);
    assertThat(SessionGate.refusal(method("whileEnrolling"), enrolling)).isEmpty();
    assertThat(SessionGate.refusal(method("atAnyLevel"), enrolling)).isEmpty();
  }

  @Test
  void aFullSessionMayGoOn() {
    assertThat(SessionGate.refusal(method("plain"), Optional.of(session(Session.Level.FULL))))
        .isEmpty();
  }

  /** Resources with each of the marks. */
  @Path("/")
  private static final class Marked {
    @SuppressWarnings("unused")
    void plain() {}

    @SuppressWarnings("unused")
    @Open
    void open() {}

    @SuppressWarnings("unused")
    @AtAnyLevel
    void atAnyLevel() {}

    @SuppressWarnings("unused")
    @WhileEnrolling
    void whileEnrolling() {}
  }

  private static Method method(String name) {
    return Arrays.stream(Marked.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SessionView session(Session.Level level) {
    return new SessionView(
        new SessionId(new UUID(0, 1)),
        new AccountId(new UUID(0, 2)),
        new OrganisationId(new UUID(0, 3)),
        "Example",
        level,
        "mara",
        "Mara",
        Locale.ENGLISH,
        Set.of(),
        false,
        false);
  }
}
