package org.sparekey.it.bench;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sparekey.it.http.Mailbox;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.PhoneApp;
import org.sparekey.it.http.Visitor;

/** Somebody of the crowd, who does everything through the pages. */
final class Person {

  /** The password of everybody in the crowd. */
  private static final String PASSWORD = "violet harbour lantern 42";

  private final URI site;
  private final String name;
  private @Nullable PhoneApp phone;
  private @Nullable Visitor signedIn;

  Person(URI site, String name) {
    this.site = site;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** First sign-in ever, and the first factor. */
  void enrol() throws InterruptedException {
    Visitor browser = new Visitor(site);
    Page begin = expect(givePassword(browser), "#begin-submit");
    Page scan = expect(browser.submit(begin, "#begin-submit", Map.of()), "#key");
    PhoneApp app = new PhoneApp(site, scan.text("#key"));
    phone = app;
    String code = app.freshCode();
    Page done = browser.submit(scan, "#submit", Map.of("device", "Pixel 8", "code", code));
    refuseForm(done, "#submit");
  }

  /** Password and one-time password from a new browser, up to the first page behind. */
  void signIn() throws InterruptedException {
    Visitor browser = new Visitor(site);
    Page challenge = expect(givePassword(browser), "#code");
    Page home =
        browser.submit(
            challenge, "#submit", Map.of("code", Objects.requireNonNull(phone).freshCode()));
    refuseForm(home, "#code");
    signedIn = browser;
  }

  /** The overview once more, in the browser that signed in last. */
  void lookAround() {
    Page home = Objects.requireNonNull(signedIn).open("home");
    refuseForm(home, "#code");
  }

  /** From "I lost my phone" in a new browser to the new phone being bound. */
  void recover(Mailbox mailbox) throws InterruptedException {
    Visitor browser = new Visitor(site);
    Page start = browser.open("recover");
    Page prove = expect(browser.submit(start, "#submit", Map.of("name", name)), "#password-submit");
    Page half = browser.submit(prove, "#password-submit", Map.of("password", PASSWORD));
    Page sent = expect(browser.submit(half, "#send-submit", Map.of()), "#code-submit");
    String code = mailbox.codeFor(name);
    Page ready =
        expect(browser.submit(sent, "#code-submit", Map.of("code", code)), "#begin-submit");
    Page scan = expect(browser.submit(ready, "#begin-submit", Map.of()), "#key");
    PhoneApp app = new PhoneApp(site, scan.text("#key"));
    phone = app;
    Map<String, String> typed = Map.of("device", "Pixel 9", "code", app.freshCode());
    Page done = browser.submit(scan, "#submit", typed);
    if (!done.uri().getPath().equals("/recover/done")) {
      throw new AssertionError(name + " did not recover: " + done.uri() + "\n" + done.body());
    }
  }

  private Page givePassword(Visitor browser) {
    Page signIn = expect(browser.open("sign-in"), "#submit");
    return browser.submit(signIn, "#submit", Map.of("name", name, "password", PASSWORD));
  }

  private static Page expect(Page page, String query) {
    if (page.status() != 200 || !page.has(query)) {
      throw new AssertionError(
          "no " + query + " on " + page.uri() + " (" + page.status() + "):\n" + page.body());
    }
    return page;
  }

  private void refuseForm(Page page, String query) {
    if (page.status() != 200 || page.has(query)) {
      throw new AssertionError(name + " was stopped on " + page.uri() + ":\n" + page.body());
    }
  }
}
