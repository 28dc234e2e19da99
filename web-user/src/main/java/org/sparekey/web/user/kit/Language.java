package org.sparekey.web.user.kit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** The languages in which every text is there. */
public enum Language {
  /** The first one, and the one for everybody else. */
  ENGLISH("en", "English"),
  GERMAN("de", "Deutsch"),
  SPANISH("es", "Español"),
  FRENCH("fr", "Français");

  private final String tag;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = Locale.forLanguageTag(tag);
  }

  /** The BCP 47 tag, for lang attributes and the cookie. */
  public String tag() {
    return tag;
  }

  /** The name that its speakers look for. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }

  /** The language with exactly this tag. */
  public static Optional<Language> tagged(String tag) {
    return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
  }

  /** The first of the browser's languages that is here, else English (RFC 9110 §12.5.4). */
  public static Language wishedBy(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .flatMap(wish -> tagged(wish.getLanguage()).stream())
        .findFirst()
        .orElse(ENGLISH);
  }
}
