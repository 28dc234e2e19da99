package org.sparekey.web.user.problem;

import java.net.URI;
import java.util.Optional;

/**
 * The kinds of problem that the API knows. The code is the last part of the type URI and never
 * changes; the exact cause of a refusal stands in the member {@code reason}.
 */
public enum ProblemType {
  /** No JSON, an unknown member, a value of the wrong kind. */
  MALFORMED("malformed", 400, "The request cannot be read"),
  /** No session, or one that has ended. */
  SIGN_IN_NEEDED("sign-in-needed", 401, "Nobody is signed in"),
  /** Signed in, but this is not allowed to this person or at this step of the sign-in. */
  FORBIDDEN("forbidden", 403, "This is not allowed"),
  /** Password and factor have to be given again (ASVS 7.5.1). */
  CONFIRMATION_NEEDED("confirmation-needed", 403, "Password and factor must be given again"),
  /** The Origin, Sec-Fetch-Site or Sparekey-Csrf header is missing or wrong. */
  CROSS_SITE("cross-site", 403, "The request may come from another site"),
  /** Unknown, or somebody else's: the same answer. */
  NOT_FOUND("not-found", 404, "There is nothing here"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This resource does not know the method"),
  NOT_ACCEPTABLE("not-acceptable", 406, "There is no answer of an accepted type"),
  /** The state of things does not allow it now. */
  REFUSED("refused", 409, "The rules do not allow this now"),
  TOO_LARGE("too-large", 413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The content must be application/json"),
  /** Well-formed, and a value is not acceptable. */
  INVALID("invalid", 422, "A value is not acceptable"),
  /** A password or a code is not the right one. */
  WRONG_PROOF("wrong-proof", 422, "The proof was not accepted"),
  THROTTLED("throttled", 429, "Too many attempts"),
  UNEXPECTED("unexpected", 500, "Something broke on our side"),
  UNAVAILABLE("unavailable", 503, "A part that is needed does not answer");

  private static final String PATH = "/api/v1/problems/";

  private final String code;
  private final int status;
  private final String title;

  ProblemType(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** The HTTP status that it is told with. */
  public int status() {
    return status;
  }

  /** What it is, in a few English words; never changes. */
  public String title() {
    return title;
  }

  /** The type URI: an address of this site, which answers with a description. */
  public URI uri(URI baseUrl) {
    String base = baseUrl.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH + code);
  }

  /** The most general type that is told with this status: 404 is not-found, 418 is malformed. */
  public static ProblemType ofStatus(int status) {
    for (ProblemType type : values()) {
      if (type.status == status) {
        return type;
      }
    }
    return status >= 500 ? UNEXPECTED : MALFORMED;
  }

  /** The type with this code. */
  public static Optional<ProblemType> coded(String code) {
    for (ProblemType type : values()) {
      if (type.code.equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
