package org.sparekey.application.delivery;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names a browser in a few known words. What a browser says of itself is written by whoever sits
 * there, and a mail must not carry a stranger's words, such as a number to call (attacks row 37).
 */
public final class BrowserName {

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("edg", "Edge");
    BROWSERS.put("opr/", "Opera");
    BROWSERS.put("samsungbrowser/", "Samsung Internet");
    BROWSERS.put("firefox/", "Firefox");
    BROWSERS.put("fxios/", "Firefox");
    BROWSERS.put("chrome/", "Chrome");
    BROWSERS.put("crios/", "Chrome");
    BROWSERS.put("safari/", "Safari");
    SYSTEMS.put("android", "Android");
    SYSTEMS.put("iphone", "iPhone");
    SYSTEMS.put("ipad", "iPad");
    SYSTEMS.put("windows", "Windows");
    SYSTEMS.put("mac os", "macOS");
    SYSTEMS.put("cros", "ChromeOS");
    SYSTEMS.put("linux", "Linux");
  }

  private BrowserName() {}

  /** "Firefox, Linux"; empty when nothing is known. */
  public static Optional<String> of(String userAgent) {
    String text = userAgent.toLowerCase(Locale.ROOT);
    Optional<String> browser = first(BROWSERS, text);
    Optional<String> system = first(SYSTEMS, text);
    return browser.map(name -> system.map(os -> name + ", " + os).orElse(name)).or(() -> system);
  }

  private static Optional<String> first(Map<String, String> names, String text) {
    return names.entrySet().stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
