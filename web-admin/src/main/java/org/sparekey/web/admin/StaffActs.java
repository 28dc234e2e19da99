package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;

/** What follows a form of the admin portal: another page, or this one with what was wrong. */
@RequestScoped
public class StaffActs {

  /** The code of every refusal that a fresh challenge mends (design section 10). */
  private static final String NEEDS_CONFIRMATION = "needs-confirmation";

  @Inject CurrentSession current;

  /** Who acts, when fully signed in. */
  public Optional<StaffDoor.Visitor> visitor() {
    return current
        .session()
        .filter(SessionView::full)
        .map(session -> new StaffDoor.Visitor(session, current.origin()));
  }

  /** Goes on to another page, by a GET. */
  public void go(String path) {
    ExternalContext outside = FacesContext.getCurrentInstance().getExternalContext();
    try {
      outside.redirect(outside.getRequestContextPath() + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Shows the page again with the text {@code reason.CODE}; or asks for password and factor first.
   *
   * @param field where it is shown, or null for above the form
   * @param here the page and its query, to come back to
   */
  public void refuse(@Nullable String field, String code, String here) {
    if (code.equals(NEEDS_CONFIRMATION)) {
      go("/sign-in/confirm?return=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
      return;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = Words.in(faces.getViewRoot().getLocale()).getString("reason." + code);
    faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
  }
}
