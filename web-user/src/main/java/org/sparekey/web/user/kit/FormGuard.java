package org.sparekey.web.user.kit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.SiteView;
import org.sparekey.application.signin.ProtectForms;

/**
 * Refuses what another site makes a browser send: by Origin, by Sec-Fetch-Site, and by a token in
 * the form (REST: in the header Sparekey-Csrf) that is bound by a keyed hash to a nonce in a
 * cookie. Reading answers of the API carry the token in the same header.
 */
public class FormGuard extends HttpFilter {

  /** The header of the REST API that carries the token, in both directions. */
  static final String HEADER = "Sparekey-Csrf";

  /** The hidden field of the house forms. */
  static final String FIELD = "sparekey-csrf";

  private static final String NONCE = FormGuard.class.getName() + ".nonce";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> NEAR = Set.of("same-origin", "none");
  private static final long serialVersionUID = 1L;

  @Inject transient SiteView site;
  @Inject transient Cookies cookies;
  @Inject transient ProtectForms forms;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Place place = Place.of(request);
    if (place == Place.ASSET || Place.isForProviders(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (place == Place.DEVICE && isOurs(request)) {
      // what counts is a signature, which no other site can make a browser send
      chain.doFilter(request, response);
      return;
    }
    Optional<String> nonce = cookies.read(request, CookieName.CSRF);
    if (SAFE.contains(request.getMethod())) {
      String known = nonce.orElseGet(() -> newNonce(response));
      request.setAttribute(NONCE, known);
      if (place == Place.API) {
        response.setHeader(HEADER, forms.tokenFor(known));
      }
      chain.doFilter(request, response);
    } else if (nonce.isPresent() && isOurs(request) && hasToken(request, place, nonce.get())) {
      request.setAttribute(NONCE, nonce.get());
      chain.doFilter(request, response);
    } else {
      request.setAttribute(ErrorPage.KIND, "form");
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** The nonce of the browser that this request comes from. */
  public static String nonceOf(HttpServletRequest request) {
    return request.getAttribute(NONCE) instanceof String nonce ? nonce : "";
  }

  private String newNonce(HttpServletResponse response) {
    String nonce = forms.newNonce();
    cookies.write(response, CookieName.CSRF, nonce);
    return nonce;
  }

  /** Browsers cannot be made to lie in these headers; programs that are no browsers send none. */
  private boolean isOurs(HttpServletRequest request) {
    String fetchSite = request.getHeader("Sec-Fetch-Site");
    if (fetchSite != null && !NEAR.contains(fetchSite)) {
      return false;
    }
    String origin = request.getHeader("Origin");
    // under Referrer-Policy no-referrer browsers write "null" also for our own forms (Fetch §3.2)
    return origin == null
        || (origin.equals("null") && fetchSite != null)
        || new OwnOrigin(site).isOurOrigin(origin, request.getHeader("Host"));
  }

  private boolean hasToken(HttpServletRequest request, Place place, String nonce) {
    String token = place == Place.API ? request.getHeader(HEADER) : request.getParameter(FIELD);
    return token != null && forms.accepts(token, nonce);
  }
}
