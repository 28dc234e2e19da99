package org.sparekey.web.user.kit;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code GET /}: leads to the own account or to the sign-in page. */
public class Welcome extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    boolean signedIn = request.getUserPrincipal() != null;
    SeeOther.send(response, request.getContextPath() + (signedIn ? "/home" : "/sign-in"));
  }
}
