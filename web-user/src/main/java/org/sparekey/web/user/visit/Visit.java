package org.sparekey.web.user.visit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;
import org.sparekey.web.user.kit.LocalPath;
import org.sparekey.web.user.kit.SeeOther;
import org.sparekey.web.user.kit.Texts;

/** One request to a page: who is there, what came along, where it goes next, what it is told. */
@Named
@RequestScoped
public class Visit {

  private static final String NEEDS_CONFIRMATION = "needs-confirmation";
  private static final int LONGEST_PARAMETER = 600;

  @Inject CurrentSession current;
  @Inject Cookies cookies;
  @Inject InstantSource clock;

  private @Nullable Instant retryAt;

  /** The session; the guard lets nobody without one to a protected page. */
  public SessionView session() {
    return current.session().orElseThrow();
  }

  /** The session, on pages that are open to anybody. */
  public Optional<SessionView> anySession() {
    return current.session();
  }

  /** Where the request comes from. */
  public Origin origin() {
    return current.origin();
  }

  /** The parameter, or the empty text when it is missing or absurdly long. */
  public String param(String name) {
    String value = outside().getRequestParameterMap().get(name);
    return value == null || value.length() > LONGEST_PARAMETER ? "" : value;
  }

  /** All values of the parameter, absurdly long ones left out. */
  public String[] params(String name) {
    String[] values = outside().getRequestParameterValuesMap().getOrDefault(name, new String[0]);
    return Arrays.stream(values)
        .filter(v -> v.length() <= LONGEST_PARAMETER)
        .toArray(String[]::new);
  }

  /** The secret in a cookie. */
  public Optional<Secret> secret(CookieName name) {
    return cookies.read(request(), name).map(Secret::ofText);
  }

  /** Gives the browser a secret until it is closed. */
  public void keep(CookieName name, Secret secret) {
    cookies.write(response(), name, secret.revealText());
  }

  /** Gives the browser a secret for longer. */
  public void keep(CookieName name, Secret secret, Duration lifetime) {
    cookies.write(response(), name, secret.revealText(), lifetime);
  }

  /** Makes the browser forget a secret. */
  public void drop(CookieName name) {
    cookies.clear(response(), name);
  }

  /** Goes on to another page of this portal, by a GET. */
  public void go(String path) {
    follow(outside().getRequestContextPath() + path);
  }

  /** Goes on to another page and takes along where to come back to. */
  public void goOn(String path) {
    String back = param("return");
    go(back.isEmpty() ? path : path + "?return=" + WayBack.encoded(back));
  }

  /** Goes back to where the visitor came from, if that is a page of this portal, else home. */
  public void goBack() {
    String back = LocalPath.orRoot(param("return"), request());
    follow(back.equals(outside().getRequestContextPath() + "/") ? back + "home" : back);
  }

  /** Shows this page afresh, by a GET, with what was typed where that is no secret. */
  public void again() {
    follow(here());
  }

  /** Asks for password and code once more, then comes back to this page (ASVS 7.5.1). */
  public void confirmFirst() {
    go("/sign-in/confirm?return=" + WayBack.encoded(here()));
  }

  /** Shows the page again with the text {@code reason.CODE} above the form. */
  public void refuse(String code) {
    refuse(null, code, Optional.empty());
  }

  /** Shows the page again with the text {@code reason.CODE} at a field, or above the form. */
  public void refuse(@Nullable String field, String code, Optional<Instant> again) {
    if (code.equals(NEEDS_CONFIRMATION)) {
      confirmFirst();
      return;
    }
    retryAt = again.orElse(null);
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle texts = Texts.in(faces.getViewRoot().getLocale());
    String text = texts.getString("reason." + code);
    faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
  }

  /** When the next attempt will be heard, after a refusal that says so. */
  public @Nullable Instant getRetryAt() {
    return retryAt;
  }

  /** The server's present moment. */
  public Instant getNow() {
    return clock.instant();
  }

  private static String here() {
    return WayBack.to(request().getServletPath(), request());
  }

  private static void follow(String location) {
    SeeOther.send(response(), location);
    FacesContext.getCurrentInstance().responseComplete();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) outside().getRequest();
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse) outside().getResponse();
  }

  private static ExternalContext outside() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
