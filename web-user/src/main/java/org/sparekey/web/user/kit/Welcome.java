package org.sparekey.web.user.kit;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;

/** {@code GET /}: leads to the own account or to the sign-in page. */
public class Welcome extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient CurrentSession current;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    boolean signedIn = current.session().filter(SessionView::signedIn).isPresent();
    SeeOther.send(response, request.getContextPath() + (signedIn ? "/home" : "/sign-in"));
  }
}
