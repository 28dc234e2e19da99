package org.sparekey.web.user.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.web.user.problem.ProblemType;

/**
 * Lets nobody who is not signed in to a resource, unless its method says otherwise: {@link Open},
 * {@link AtAnyLevel}, {@link WhileEnrolling}. The use cases look at the session again.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SessionGate implements ContainerRequestFilter {

  @Context ResourceInfo resource;
  @Inject CurrentSession current;
  @Inject Answers answers;

  @Override
  public void filter(ContainerRequestContext request) {
    refusal(resource.getResourceMethod(), current.session())
        .ifPresent(
            type ->
                request.abortWith(
                    type == ProblemType.FORBIDDEN
                        ? answers.refused(type, "wrong-step")
                        : answers.problem(type)));
  }

  /** Why the method is not open to this session; empty when it is. */
  static Optional<ProblemType> refusal(@Nullable Method method, Optional<SessionView> session) {
    if (method != null && method.isAnnotationPresent(Open.class)) {
      return Optional.empty();
    }
    if (session.isEmpty()) {
      return Optional.of(ProblemType.SIGN_IN_NEEDED);
    }
    boolean open =
        switch (session.get().level()) {
          case FULL, REMEMBERED -> true;
          case ENROLMENT -> has(method, AtAnyLevel.class) || has(method, WhileEnrolling.class);
          case PASSWORD -> has(method, AtAnyLevel.class);
        };
    return open ? Optional.empty() : Optional.of(ProblemType.FORBIDDEN);
  }

  private static boolean has(@Nullable Method method, Class<? extends Annotation> mark) {
    return method != null && method.isAnnotationPresent(mark);
  }
}
