package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.sparekey.it.http.PhoneApp;

/** An account of the demo data or of the crowd, and what its owner does in front of a page. */
record Person(String name, String password) {

  private static final String DEMO_PASSWORD = "otter-juggles-nine-lanterns";
  private static final String CROWD_PASSWORD = "violet harbour lantern 42";
  private static final AtomicInteger CROWD = new AtomicInteger();
  private static final Map<String, Integer> FEW = new HashMap<>();

  /** Somebody of the demo data. */
  static Person demo(String name) {
    return new Person(name, DEMO_PASSWORD);
  }

  /** Somebody whom no test has met: no factor, one address, a policy without a hold. */
  static Person ofCrowd() {
    int number = CROWD.incrementAndGet();
    return new Person(
        String.format(Locale.ROOT, "person-%05d@crowd.example", number), CROWD_PASSWORD);
  }

  /**
   * The same under a policy that lets its owners wait.
   *
   * @param policy "standard" or "strict"
   */
  static Person under(String policy) {
    return few("person-%05d@" + policy + ".example");
  }

  /** Somebody of their support staff whom no test has met. */
  static Person agentUnder(String policy) {
    return few("agent-%d@" + policy + ".example");
  }

  private static Person few(String names) {
    int number = FEW.merge(names, 1, Integer::sum);
    return new Person(String.format(Locale.ROOT, names, number), CROWD_PASSWORD);
  }

  /** From the sign-in page on. */
  void givePassword(Page page) {
    page.navigate("/sign-in");
    typePassword(page);
  }

  /** On the sign-in page, wherever it leads back to. */
  void typePassword(Page page) {
    page.fill("#name", name);
    page.fill("#password", password);
    page.click("#submit");
  }

  /** At the challenge. */
  void answer(Page page, String code) {
    assertThat(page).hasURL(Pattern.compile("/sign-in/challenge"));
    page.fill("#code", code);
    page.click("#submit");
  }

  /** Password, then a code of the virtual handset. */
  void signIn(Page page, Handset handset) {
    givePassword(page);
    answer(page, handset.appCode(name));
    signedIn(page);
  }

  /** The way out is on every page behind the doors. */
  static void signedIn(Page page) {
    assertThat(signOutButton(page)).isVisible();
  }

  static void signOut(Page page) {
    signOutButton(page).click();
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
  }

  private static Locator signOutButton(Page page) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"));
  }

  /** First sign-in ever and first factor; a few seconds, and signed in. */
  PhoneApp begin(Page page, String device) {
    givePassword(page);
    PhoneApp phone = scan(page);
    bind(page, device, phone);
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
    return phone;
  }

  /** Where a QR code is offered: asks for it and types the key below it into an app. */
  static PhoneApp scan(Page page) {
    page.click("#begin-submit");
    return new PhoneApp(URI.create(page.url()), page.innerText("#key"));
  }

  /** Names the device and types its code. */
  static void bind(Page page, String device, PhoneApp phone) {
    page.fill("#device", device);
    page.fill("#code", freshCode(phone));
    page.click("#submit");
  }

  /**
   * Adds a passkey or a security key of this page's browser.
   *
   * @param kind "passkey" or "security-key"
   */
  static void addKey(Page page, String kind, String device) {
    page.navigate("/factors/add");
    page.click("a[href$='/factors/enrol/" + kind + "']");
    page.click("#begin-submit");
    page.fill("#device", device);
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
  }

  /** Adds a phone that gets codes by text. */
  static void addText(Page page, Handset handset, String number, String device) {
    page.navigate("/factors/enrol/sms");
    page.fill("#number", number);
    String code = handset.codeSentTo(number, () -> page.click("#begin-submit"));
    page.fill("#code", code);
    page.fill("#device", device);
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
  }

  /**
   * Removes a sign-in method.
   *
   * @param words that its entry in the list has, such as the device's name
   */
  static void remove(Page page, String words) {
    page.navigate("/factors");
    entry(page, words).locator("a[href*='/factors/remove']").click();
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("done=factor-removed"));
    assertThat(entry(page, words)).hasCount(0);
  }

  private static Locator entry(Page page, String words) {
    return page.locator("main li").filter(new Locator.FilterOptions().setHasText(words));
  }

  /** At the challenge: takes the way that these words name, where it is not offered already. */
  static void choose(Page page, String words) {
    assertThat(page).hasURL(Pattern.compile("/sign-in/challenge"));
    page.waitForLoadState();
    Locator others = entry(page, words);
    if (others.count() > 0) {
      others.first().locator("a").click();
    }
  }

  /** At the challenge: has a code sent by text and types it. */
  void answerByText(Page page, Handset handset, String number) {
    choose(page, "Text message");
    answer(page, handset.codeSentTo(number, () -> page.click("#ask")));
    signedIn(page);
  }

  /** On the page of a recovery that waits: until when. */
  static Instant holdUntil(Page page) {
    return Instant.parse(page.getAttribute(".countdown", "data-until"));
  }

  static String freshCode(PhoneApp phone) {
    return phone.freshCode();
  }

  /** From the sign-in page's link on: says who it is. */
  void startRecovery(Page page) {
    page.navigate("/recover");
    page.fill("#name", name);
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/recover/prove"));
  }

  void proveByPassword(Page page) {
    page.fill("#password", password);
    page.click("#password-submit");
  }

  /** Has a code mailed and types it; returns it. */
  String proveByMail(Page page, Handset handset) {
    String code = handset.codeMailedTo(name, () -> page.click("#send-submit"));
    page.fill("#code", code);
    page.click("#code-submit");
    return code;
  }

  /** From the start to where the new phone is set up, or to the wait before it. */
  void recover(Page page, Handset handset) {
    startRecovery(page);
    proveByPassword(page);
    assertThat(page.locator("#password")).hasCount(0);
    proveByMail(page, handset);
    assertThat(page).hasURL(Pattern.compile("/recover/(enrol|status)"));
  }
}
