package org.sparekey.web.user.kit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.sparekey.application.SiteView;
import org.sparekey.application.signin.ProtectForms;

/** Puts the security headers on every answer, error pages and refusals included. */
public class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String CSP = "Content-Security-Policy";
  private static final String NO_FRAMES = "frame-ancestors 'none'";
  private static final String OWN_FRAMES = "frame-ancestors 'self'";

  @Inject transient SiteView site;
  @Inject transient ProtectForms forms;

  private String policy = "default-src 'none'";

  /** Takes the policy from web.xml, where PrimeFaces reads the same text to add its nonce. */
  @Override
  public void init() {
    policy = getServletContext().getInitParameter("primefaces.CSP_POLICY");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean framed = site.developer() && isAuthenticator(request);
    response.setHeader(CSP, framed ? policy.replace(NO_FRAMES, OWN_FRAMES) : policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (site.secure()) {
      response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    response.setHeader("Cache-Control", caching(request));
    chain.doFilter(FreshNonce.of(request, forms::newNonce), new OnePolicy(response, framed));
  }

  /** On a developer's machine the virtual handset holds the authenticator. */
  private static boolean isAuthenticator(HttpServletRequest request) {
    return request.getRequestURI().equals(request.getContextPath() + "/authenticator");
  }

  /** Assets carry their version in the URL; nothing else is ever kept. */
  private static String caching(HttpServletRequest request) {
    if (Place.of(request) != Place.ASSET) {
      return "no-store";
    }
    String query = request.getQueryString();
    boolean versioned = query != null && (query.startsWith("v=") || query.contains("&v="));
    return versioned ? "public, max-age=31536000, immutable" : "no-cache";
  }

  /** PrimeFaces adds a second policy, with its nonce; two policies would both have to be kept. */
  private static final class OnePolicy extends HttpServletResponseWrapper {

    private final boolean framed;

    OnePolicy(HttpServletResponse response, boolean framed) {
      super(response);
      this.framed = framed;
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.toLowerCase(Locale.ROOT).equals("content-security-policy")) {
        setHeader(name, framed ? value.replace(NO_FRAMES, OWN_FRAMES) : value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
