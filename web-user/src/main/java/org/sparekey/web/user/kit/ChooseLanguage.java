package org.sparekey.web.user.kit;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** {@code POST /language}: remembers the language in a cookie and goes back to the page. */
public class ChooseLanguage extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Duration A_YEAR = Duration.ofDays(365);

  @Inject transient Cookies cookies;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var chosen = Language.tagged(LocalPath.given(request, "language"));
    if (chosen.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    cookies.write(response, CookieName.LANGUAGE, chosen.get().tag(), A_YEAR);
    SeeOther.send(response, LocalPath.orRoot(LocalPath.given(request, "back"), request));
  }
}
