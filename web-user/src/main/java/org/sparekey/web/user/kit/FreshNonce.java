package org.sparekey.web.user.kit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A posted form whose answer is a whole new page. PrimeFaces wants such a post to bring the nonce
 * of the page before and uses it again; here the new page gets a new nonce, made by the server, and
 * forms work without script. Partial answers (ajax) keep the nonce of the document that they
 * change.
 */
final class FreshNonce extends HttpServletRequestWrapper {

  private static final String PARAMETER = "primefaces.nonce";

  private final String nonce;

  private FreshNonce(HttpServletRequest request, String nonce) {
    super(request);
    this.nonce = asPrimeFacesWantsIt(nonce);
  }

  static HttpServletRequest of(HttpServletRequest request, Supplier<String> nonces) {
    boolean wholePage =
        request.getMethod().equals("POST") && request.getHeader("Faces-Request") == null;
    return wholePage ? new FreshNonce(request, nonces.get()) : request;
  }

  /** PrimeFaces refuses nonces that are not a UUID's text in base 64; 122 random bits remain. */
  private static String asPrimeFacesWantsIt(String random) {
    String uuid = UUID.nameUUIDFromBytes(random.getBytes(StandardCharsets.UTF_8)).toString();
    return Base64.getEncoder().encodeToString(uuid.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable String getParameter(String name) {
    return name.equals(PARAMETER) ? nonce : super.getParameter(name);
  }
}
