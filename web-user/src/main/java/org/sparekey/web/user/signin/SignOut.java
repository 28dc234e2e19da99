package org.sparekey.web.user.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.EndOwnSession;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;
import org.sparekey.web.user.kit.SeeOther;

/** {@code POST /sign-out}: ends the session; without one it says the same. */
public class SignOut extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient CurrentSession current;
  @Inject transient EndOwnSession end;
  @Inject transient Cookies cookies;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    current.session().ifPresent(session -> end.end(session, current.origin()));
    cookies.clear(response, CookieName.SESSION);
    SeeOther.send(response, request.getContextPath() + "/sign-in?done=signed-out");
  }

  /** Somebody reloads or types the address: nothing is done by a GET (ASVS 3.5.3). */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    SeeOther.send(response, request.getContextPath() + "/");
  }
}
