package org.sparekey.web.user.kit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.SiteView;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.ProtectForms;
import org.sparekey.application.signin.SessionView;

/** What the templates and the house tags show on every page. */
@Named("portal")
@RequestScoped
public class PortalBacking {

  private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,40}");

  @Inject HttpServletRequest request;
  @Inject CurrentSession current;
  @Inject SiteView site;
  @Inject ProtectForms forms;
  @Inject LanguageChoice choice;
  @Inject Assets assets;

  private @Nullable Language language;
  private @Nullable String token;

  private Language chosen() {
    if (language == null) {
      language = choice.of(request);
    }
    return language;
  }

  public String getLanguage() {
    return chosen().tag();
  }

  public Locale getLocale() {
    return chosen().locale();
  }

  public List<Language> getLanguages() {
    return List.of(Language.values());
  }

  public String getSiteName() {
    return site.siteName();
  }

  /** Whether the menu and the way out are shown: after the last step of signing in. */
  public boolean isSignedIn() {
    return current.session().filter(SessionView::signedIn).isPresent();
  }

  public String getFormToken() {
    if (token == null) {
      token = forms.tokenFor(FormGuard.nonceOf(request));
    }
    return token;
  }

  /** This page's address, to come back to after choosing a language. */
  public String getHere() {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  public String asset(String file) {
    return assets.address(file);
  }

  /** The value of aria-current for a menu entry. */
  public String at(String path) {
    String here = request.getRequestURI().substring(request.getContextPath().length());
    return here.equals(path) || here.startsWith(path + "/") ? "page" : "false";
  }

  /** The text for {@code ?done=…}, empty unless the bundle has one; the key is never shown. */
  public String done(ResourceBundle texts) {
    String key = LocalPath.given(request, "done");
    boolean known = KEY.matcher(key).matches() && texts.containsKey("done." + key);
    return known ? texts.getString("done." + key) : "";
  }
}
