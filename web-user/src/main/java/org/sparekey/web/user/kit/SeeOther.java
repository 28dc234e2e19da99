package org.sparekey.web.user.kit;

import jakarta.servlet.http.HttpServletResponse;

/** Answers a POST by a GET elsewhere on this site (RFC 9110 §15.4.4). */
public final class SeeOther {

  private SeeOther() {}

  /**
   * Sends the browser to a path. The location stays relative, so that no Host header gets into it.
   *
   * @param path a path on this site, with the context path, beginning with one slash
   */
  public static void send(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }
}
