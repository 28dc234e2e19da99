package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;

/** Says how much an application may rely on a session: less for a while after a reset. */
@UseCase
public class DescribeAssurance {

  /** What is not possible during probation, as stable codes. */
  private static final List<String> RESTRICTED =
      List.of(
          "recovery",
          "contact-points",
          "factor-removal",
          "password-reset",
          "recovery-codes",
          "recovery-contacts",
          "staff-actions");

  private final SessionViews views;
  private final InstantSource clock;

  @Inject
  public DescribeAssurance(SessionViews views, InstantSource clock) {
    this.views = views;
    this.clock = clock;
  }

  /**
   * The assurance of a session.
   *
   * @param level stable code of the session's level
   * @param aal authenticator assurance level of NIST SP 800-63B-4 §2 that its proofs reached: 2 for
   *     password and factor, 1 for less, a remembered browser included
   * @param probationUntil while rights are restricted after a reset
   * @param restricted what is not possible until then; empty without a probation
   */
  public record Assurance(
      String level, int aal, Optional<Instant> probationUntil, List<String> restricted) {}

  /** As it is now. */
  public Assurance describe(SessionView session) {
    Optional<Instant> until =
        views.account(session).probationUntil().filter(clock.instant()::isBefore);
    return new Assurance(
        session.level().code(),
        session.full() ? 2 : 1,
        until,
        until.isPresent() ? RESTRICTED : List.of());
  }
}
