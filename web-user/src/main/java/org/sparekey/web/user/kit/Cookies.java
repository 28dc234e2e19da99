package org.sparekey.web.user.kit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparekey.application.SiteView;

/** The only place that reads and writes cookies, so that none lacks an attribute. */
@Dependent
public class Cookies {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~-]{1,512}");

  private final boolean secure;

  @Inject
  public Cookies(SiteView site) {
    this.secure = site.secure();
  }

  /** The value that the browser sent, unless it is absent or malformed. */
  public Optional<String> read(HttpServletRequest request, CookieName name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    String wanted = name.onTheWire(secure);
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(wanted) && SAFE.matcher(cookie.getValue()).matches()) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  /** Sets a cookie that goes when the browser is closed. */
  public void write(HttpServletResponse response, CookieName name, String value) {
    send(response, name, value, -1);
  }

  /** Sets a cookie that outlives the browser. */
  public void write(
      HttpServletResponse response, CookieName name, String value, Duration lifetime) {
    send(response, name, value, Math.toIntExact(lifetime.toSeconds()));
  }

  /** Makes the browser forget it. */
  public void clear(HttpServletResponse response, CookieName name) {
    send(response, name, "", 0);
  }

  private void send(HttpServletResponse response, CookieName name, String value, int maxAge) {
    if (!value.isEmpty() && !SAFE.matcher(value).matches()) {
      throw new IllegalArgumentException("no cookie value: " + name);
    }
    Cookie cookie = new Cookie(name.onTheWire(secure), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setMaxAge(maxAge);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
