package org.sparekey.web.user.kit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Paths that lead to this site and nowhere else, against open redirects. */
public final class LocalPath {

  // one slash, then neither a second one nor a backslash, which browsers read as one (WHATWG URL)
  private static final Pattern LOCAL =
      Pattern.compile("/(?:[A-Za-z0-9._~%+-][A-Za-z0-9._~%+/-]*)?(?:\\?[A-Za-z0-9._~%+=&-]*)?");

  private LocalPath() {}

  /** The path when it is a plain local one of at most 512 characters, else the front page. */
  public static String orRoot(String path, HttpServletRequest request) {
    String root = request.getContextPath() + "/";
    boolean ours = path.length() <= 512 && path.startsWith(root) && LOCAL.matcher(path).matches();
    return ours ? path : root;
  }

  /** The parameter, or the empty text when it is missing. */
  static String given(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
