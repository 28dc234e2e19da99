package org.sparekey.web.user.visit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.sparekey.application.SiteView;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.ResumeSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;
import org.sparekey.web.user.kit.SeeOther;

/**
 * Resumes the session behind the cookie, for pages and REST, and leads whoever may not see a page
 * to the one that helps. Every page is protected unless {@link Door} names it.
 */
public class SessionGuard extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient CurrentSession current;
  @Inject transient ResumeSession sessions;
  @Inject transient Cookies cookies;
  @Inject transient SiteView site;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = pathOf(request);
    Door door = Door.of(path);
    if (door == Door.ASSET) {
      chain.doFilter(request, response);
      return;
    }
    Origin origin = originOf(request);
    current.from(origin);
    Optional<SessionView> session =
        cookies
            .read(request, CookieName.SESSION)
            .flatMap(token -> sessions.resume(Secret.ofText(token), origin));
    session.ifPresent(current::enter);
    Optional<String> elsewhere = door.elsewhere(session.map(SessionView::level));
    if (elsewhere.isPresent()) {
      String way = elsewhere.get() + "?return=" + WayBack.encoded(WayBack.to(path, request));
      SeeOther.send(response, request.getContextPath() + way);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** As the server mapped it: decoded, without dots and path parameters. */
  private static String pathOf(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  private Origin originOf(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    String client =
        site.client(
            request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    return new Origin(client, agent == null ? "" : agent, Optional.empty());
  }
}
