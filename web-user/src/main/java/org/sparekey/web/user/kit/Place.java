package org.sparekey.web.user.kit;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What kind of answer a path asks for. */
enum Place {
  /** A page for people. */
  PAGE,
  /** A resource for programs. */
  API,
  /** A resource for devices that sign what they say: no cookie counts there. */
  DEVICE,
  /** A style sheet, a script, an image. */
  ASSET,
  /** What the server brings along and the public must not see, and second names of pages. */
  CLOSED;

  private static final String DEVICES = "/api/v1/authenticator";
  private static final Set<String> SERVERS_OWN = Set.of("health", "metrics", "openapi");

  private static final String REPORTS = "/api/v1/telephony/";

  /**
   * Whether providers post to this path: they are no browsers, bring no cookie, and prove by a
   * signature who they are.
   */
  static boolean isForProviders(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + REPORTS);
  }

  /** The place of the path that was asked for first, also while an error page is made. */
  static Place of(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path =
        (failed instanceof String uri ? uri : request.getRequestURI())
            .substring(request.getContextPath().length());
    return of(path);
  }

  static Place of(String path) {
    if (path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/")) {
      return ASSET;
    }
    if (path.startsWith("/api/") || path.equals("/api")) {
      return path.contains("application.wadl") ? CLOSED : isForDevices(path) ? DEVICE : API;
    }
    int end = path.indexOf('/', 1);
    String first = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    return SERVERS_OWN.contains(first) || path.endsWith(".xhtml") ? CLOSED : PAGE;
  }

  /** Whether programs ask here: they send JSON, and are told of failures in JSON. */
  boolean isForPrograms() {
    return this == API || this == DEVICE;
  }

  private static boolean isForDevices(String path) {
    return path.equals(DEVICES) || path.startsWith(DEVICES + "/");
  }
}
