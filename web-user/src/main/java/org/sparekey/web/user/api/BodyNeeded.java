package org.sparekey.web.user.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Refuses a request without a body where one is needed: no reader is asked about nothing. */
@Provider
@Priority(Priorities.USER)
public class BodyNeeded implements ContainerRequestFilter {

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.hasEntity() && isNeeded(resource.getResourceMethod())) {
      throw new UnreadableBodyException(StrictJson.NO_OBJECT);
    }
  }

  /** Whether the method takes a record that stands for a request. */
  static boolean isNeeded(@Nullable Method method) {
    return method != null && Arrays.stream(method.getParameterTypes()).anyMatch(Class::isRecord);
  }
}
