package org.sparekey.it.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.Objects;

/**
 * Lets Arquillian in. Its runner posts without our token, so the war's guards turn it away, as they
 * should; this filter stands before them and hands its requests straight to the runner. Only the
 * archive under test has it.
 */
@WebListener
public class ArquillianDoor implements ServletContextListener {

  private static final String RUNNER = "ArquillianServletRunnerEE9";

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext site = event.getServletContext();
    Filter door =
        (request, response, chain) -> {
          RequestDispatcher runner =
              Objects.requireNonNull(site.getNamedDispatcher(RUNNER), RUNNER);
          runner.forward(request, response);
        };
    var registration = Objects.requireNonNull(site.addFilter("arquillian-door", door));
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/" + RUNNER);
  }
}
