package org.sparekey.it.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Staff of the demo data, who sign in by the virtual handset. Everybody signs in once in the whole
 * run, because a server hears each code once.
 */
public final class Staff {

  private static final String PASSWORD = "otter-juggles-nine-lanterns";

  /** Nobody types a code that is about to end. */
  private static final int SECONDS_LEFT = 3;

  private static final Map<String, ApiClient> SIGNED_IN = new HashMap<>();

  private Staff() {}

  /**
   * A browser, and a program that shares its cookies, in which this person is signed in.
   *
   * @param site ends in a slash
   */
  public static synchronized ApiClient signedIn(URI site, String name) throws InterruptedException {
    ApiClient known = SIGNED_IN.get(site + name);
    if (known != null) {
      return known;
    }
    Visitor browser = new Visitor(site);
    Page challenge =
        browser.submit(
            browser.open("sign-in"), "#submit", Map.of("name", name, "password", PASSWORD));
    Page home = browser.submit(challenge, "#submit", Map.of("code", code(site, name)));
    if (home.has("#code")) {
      throw new AssertionError(name + " could not sign in: " + home.text("main"));
    }
    ApiClient client = new ApiClient(site, browser);
    SIGNED_IN.put(site + name, client);
    return client;
  }

  /**
   * Gives password and code once more where the page asks for them, and comes back; the page itself
   * where it does not.
   */
  public static synchronized Page confirmed(URI site, String name, Visitor browser, Page page)
      throws InterruptedException {
    Page asked = page;
    for (int tries = 0; asked.uri().getPath().equals("/sign-in/confirm") && tries < 4; tries++) {
      asked =
          browser.submit(asked, "#submit", Map.of("password", PASSWORD, "code", code(site, name)));
      if (asked.uri().getPath().equals("/sign-in/confirm")) {
        Thread.sleep(10_000); // the code was used to sign in: the next one comes
      }
    }
    return asked;
  }

  private static String code(URI site, String name) throws InterruptedException {
    Visitor handset = new Visitor(site);
    String person = name.substring(0, name.indexOf('@'));
    while (true) {
      Page page = handset.open("dev/handset");
      Element shown = page.html().selectFirst("li:has(.key-label:contains(" + person + "))");
      if (shown == null) {
        throw new AssertionError("no code for " + name + " on " + page.uri());
      }
      String[] parts = shown.select(".key-code").text().split(" ", -1);
      if (Integer.parseInt(parts[1]) >= SECONDS_LEFT) {
        return parts[0];
      }
      Thread.sleep(500);
    }
  }
}
