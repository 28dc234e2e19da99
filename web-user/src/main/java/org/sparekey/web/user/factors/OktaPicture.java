package org.sparekey.web.user.factors;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sparekey.application.enrolment.OktaEnrolmentView;
import org.sparekey.application.enrolment.ShowOktaEnrolment;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.domain.shared.Secret;

/**
 * {@code GET /factors/enrol/okta-code}: the QR code that Okta drew, to the session that asked for
 * it.
 */
public class OktaPicture extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient CurrentSession current;
  @Inject transient ShowOktaEnrolment show;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Secret> picture =
        current.session().flatMap(show::show).flatMap(OktaEnrolmentView::picture);
    if (picture.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("image/png");
    response.getOutputStream().write(picture.get().reveal());
  }
}
