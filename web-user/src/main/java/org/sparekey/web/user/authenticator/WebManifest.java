package org.sparekey.web.user.authenticator;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.ResourceBundle;
import org.sparekey.application.SiteView;
import org.sparekey.web.user.kit.Assets;
import org.sparekey.web.user.kit.Language;
import org.sparekey.web.user.kit.Texts;

/**
 * The manifest by which a phone installs the authenticator (W3C Web Application Manifest), with the
 * name of this site. It is fetched without cookies, so the page says which language.
 */
public class WebManifest extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String COLOUR = "#0f6460";
  private static final String GROUND = "#f4f6f5";

  @Inject transient SiteView site;
  @Inject transient Assets assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Language language =
        Optional.ofNullable(request.getParameter("language"))
            .flatMap(Language::tagged)
            .orElse(Language.ENGLISH);
    ResourceBundle texts = Texts.in(language.locale());
    String page = request.getContextPath() + "/authenticator";
    JsonObjectBuilder manifest =
        Json.createObjectBuilder()
            .add("id", page)
            .add("name", site.siteName() + " – " + texts.getString("authenticator.title"))
            .add("short_name", site.siteName())
            .add("description", texts.getString("authenticator.nothing-bound-text"))
            .add("lang", language.tag())
            .add("dir", "ltr")
            .add("start_url", page)
            .add("scope", page)
            .add("display", "standalone")
            .add("theme_color", COLOUR)
            .add("background_color", GROUND)
            .add("icons", icons());
    response.setContentType("application/manifest+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(manifest.build().toString());
  }

  private JsonArrayBuilder icons() {
    return Json.createArrayBuilder()
        .add(icon("authenticator-192.png", "192x192", "any"))
        .add(icon("authenticator-512.png", "512x512", "any"))
        .add(icon("authenticator-maskable-512.png", "512x512", "maskable"));
  }

  private JsonObjectBuilder icon(String file, String sizes, String purpose) {
    return Json.createObjectBuilder()
        .add("src", assets.address(file))
        .add("sizes", sizes)
        .add("type", "image/png")
        .add("purpose", purpose);
  }
}
