package org.sparekey.web.user.kit;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_LENGTH_REQUIRED;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.sparekey.application.SiteView;

/**
 * Turns away requests for another host, by a method that the place does not know, or to nowhere.
 */
public class RequestGuard extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> FORMS = Set.of("GET", "HEAD", "POST");
  private static final Set<String> REST =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** In bytes; far more than all fields of a page together. */
  private static final long LARGEST_FORM = 64 * 1024;

  // no dot segments, no path parameters, no encoded slashes: guards and server read the same path
  private static final Pattern PLAIN = Pattern.compile("/|(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?");

  @Inject transient SiteView site;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Place place = Place.of(request);
    String host = request.getHeader("Host");
    if (host == null || !new OwnOrigin(site).isOurHost(host)) {
      response.sendError(SC_BAD_REQUEST);
    } else if (place == Place.CLOSED || !PLAIN.matcher(request.getRequestURI()).matches()) {
      response.sendError(SC_NOT_FOUND);
    } else if (!methodsOf(place).contains(request.getMethod())) {
      response.setHeader("Allow", String.join(", ", methodsOf(place).stream().sorted().toList()));
      response.sendError(SC_METHOD_NOT_ALLOWED);
    } else if (!place.isForPrograms() && request.getContentLengthLong() > LARGEST_FORM) {
      response.sendError(SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (!place.isForPrograms() && request.getHeader("Transfer-Encoding") != null) {
      response.sendError(SC_LENGTH_REQUIRED);
    } else {
      request.setCharacterEncoding(StandardCharsets.UTF_8.name());
      chain.doFilter(request, response);
    }
  }

  private static Set<String> methodsOf(Place place) {
    return switch (place) {
      case ASSET, CLOSED -> READING;
      case PAGE -> FORMS;
      case API, DEVICE -> REST;
    };
  }
}
