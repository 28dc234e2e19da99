package org.sparekey.web.user.dev;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sparekey.application.SiteView;

/** Makes {@code /dev} a place that does not exist outside the developer profile. */
public class DeveloperOnly extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient SiteView site;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (site.developer()) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
