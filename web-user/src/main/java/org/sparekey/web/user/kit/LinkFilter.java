package org.sparekey.web.user.kit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Takes the token of a mailed link out of the address at once: it goes to a cookie that lives for
 * half an hour, and the browser to the bare page. Nothing changes on the server (attacks rows 17
 * and 22).
 */
public abstract class LinkFilter extends HttpFilter {

  /** The parameter of the link. */
  private static final String TOKEN = "token";

  private static final long serialVersionUID = 1L;
  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{20,128}");

  @Inject transient Cookies cookies;

  private final CookieName cookie;
  private final String page;

  /**
   * Made by the filter of a page.
   *
   * @param page its path, "/veto"
   */
  protected LinkFilter(CookieName cookie, String page) {
    this.cookie = cookie;
    this.page = page;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String token = request.getParameter(TOKEN);
    if (token == null || request.getMethod().equals("POST")) {
      chain.doFilter(request, response);
      return;
    }
    if (SHAPE.matcher(token).matches()) {
      cookies.write(response, cookie, token, LIFETIME);
    } else {
      cookies.clear(response, cookie);
    }
    SeeOther.send(response, request.getContextPath() + page);
  }
}
