package org.sparekey.web.user.kit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Which language a request is answered in: the chosen one, else the browser's, else English. */
@Dependent
public class LanguageChoice {

  private final Cookies cookies;

  @Inject
  public LanguageChoice(Cookies cookies) {
    this.cookies = cookies;
  }

  /** Never fails: a cookie that names no language counts as none. */
  public Language of(HttpServletRequest request) {
    return cookies
        .read(request, CookieName.LANGUAGE)
        .flatMap(Language::tagged)
        .orElseGet(() -> Language.wishedBy(request));
  }
}
