package org.sparekey.web.user.kit;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.sparekey.application.SiteView;
import org.sparekey.web.user.problem.ProblemDocument;
import org.sparekey.web.user.problem.ProblemType;

/**
 * What is shown when a request fails: a plain page in the house style, or problem+json (RFC 9457)
 * for programs. It needs no Faces and no database, and never says what broke inside.
 */
public class ErrorPage extends HttpServlet {

  /** Request attribute that picks a more exact text, e.g. {@code form} for error.403-form. */
  static final String KIND = ErrorPage.class.getName() + ".kind";

  private static final long serialVersionUID = 1L;

  @Inject transient SiteView site;
  @Inject transient LanguageChoice choice;
  @Inject transient Assets assets;

  private String page = "";

  @Override
  public void init() {
    try (InputStream html = ErrorPage.class.getResourceAsStream("error.html")) {
      if (html == null) {
        throw new IllegalStateException("error.html is missing");
      }
      page = new String(html.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = Failure.statusOf(request);
    response.setStatus(status);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Language language = choice.of(request);
    ResourceBundle texts = Texts.in(language.locale());
    String key = Failure.keyOf(status, request.getAttribute(KIND), texts);
    String title = texts.getString(key + "-title");
    if (Place.of(request).isForPrograms()) {
      ProblemType type =
          "form".equals(request.getAttribute(KIND))
              ? ProblemType.CROSS_SITE
              : ProblemType.ofStatus(status);
      response.setStatus(type.status());
      response.setContentType(ProblemDocument.MEDIA_TYPE);
      response.getWriter().write(ProblemDocument.of(type).json(site.baseUrl()));
      return;
    }
    response.setContentType("text/html");
    response
        .getWriter()
        .write(
            page.replace("{lang}", language.tag())
                .replace("{site}", Failure.escaped(site.siteName()))
                .replace("{title}", Failure.escaped(title))
                .replace("{text}", Failure.escaped(texts.getString(key + "-text")))
                .replace("{back}", Failure.escaped(texts.getString("error.back")))
                .replace("{root}", request.getContextPath() + "/")
                .replace("{css}", assets.address("sparekey.css"))
                .replace("{logo}", assets.address("logo.svg")));
  }

  /** The failed request's status, or 404 for who asks for the error page itself. */
  static final class Failure {

    private Failure() {}

    static int statusOf(HttpServletRequest request) {
      Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      for (Throwable e = cause instanceof Throwable t ? t : null; e != null; e = e.getCause()) {
        if (e.getClass().getSimpleName().endsWith("UnavailableException")) {
          return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
      }
      return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
          ? status
          : HttpServletResponse.SC_NOT_FOUND;
    }

    static String keyOf(int status, Object kind, ResourceBundle texts) {
      String exact = "error." + status + "-" + kind;
      String plain = "error." + status;
      if (texts.containsKey(exact + "-title")) {
        return exact;
      }
      return texts.containsKey(plain + "-title") ? plain : status < 500 ? "error.400" : "error.500";
    }

    static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
  }
}
