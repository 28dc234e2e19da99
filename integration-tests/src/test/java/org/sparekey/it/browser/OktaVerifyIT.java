package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Visitor;

/** Okta Verify, asked through an Okta on the loopback. */
class OktaVerifyIT extends PortalTest {

  private static final String NUMBER = "72";

  private final Person person = Person.ofCrowd();
  private final String user = okta().user(person.name());

  @AfterEach
  void recover() {
    okta().recover();
  }

  @Test
  void oktaVerifyIsSetUpSignsInAndIsRemoved() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.onAKeyRing(page);
    person.givePassword(page);
    Person.addKey(page, "security-key", "Key ring");
    setUp(page);
    Person.signOut(page);

    person.givePassword(page);
    anotherWayIsOfferedWhileOktaIsDown(page);
    Person.signOut(page);

    person.givePassword(page);
    Person.choose(page, "Okta Verify");
    page.click("#ask");
    assertThat(page.locator("#number")).hasText(NUMBER);
    assertAccessible();
    screenshot("okta-3-number");
    okta().answerPushes("SUCCESS");
    Person.signedIn(page);

    Person.remove(page, "Okta Verify");
    await(page, () -> !okta().inUseBy(user));
  }

  @Test
  void whatARecoveryEndsIsEndedAtOktaToo() {
    Page page = newPerson(Screen.PHONE, Look.LIGHT);
    ApiClient client = bound(page);

    person.recover(page, handset());
    assertThat(okta().inUseBy(user)).as("before there is another").isTrue();
    Person.bind(page, "Pixel 9", Person.scan(page));
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    await(page, () -> !okta().inUseBy(user));
    assertThat(client.get("factors").status()).as("its session ended").isEqualTo(401);
  }

  @Test
  void whereOktaIsTakenAwayNothingIsSkippedAndThereIsAWayBack() {
    Page page = newPerson(Screen.DESKTOP, Look.DARK);
    bound(page);
    try {
      sparekey().restartWithout("sparekey.okta.");
      person.givePassword(page);
      assertThat(page).hasURL(Pattern.compile("/sign-in/challenge"));
      assertThat(page.locator("main")).containsText("no provider is set up for it here");
      assertThat(page.locator("#ask")).hasCount(0);
      assertAccessible();
      screenshot("okta-4-taken-away");
      page.navigate("/home");
      assertThat(page).hasURL(Pattern.compile("/sign-in/challenge"));

      Page phone = newPerson(Screen.PHONE, Look.LIGHT);
      person.recover(phone, handset());
      Person.bind(phone, "Pixel 9", Person.scan(phone));
      assertThat(phone).hasURL(Pattern.compile("/recover/done"));
    } finally {
      sparekey().restart();
    }
  }

  /** A program in which this person has just bound Okta Verify, and nothing else. */
  private ApiClient bound(Page page) {
    okta().factor(user);
    ApiClient client = enrolling();
    assertThat(client.act("POST", "okta-verify", null).status()).isEqualTo(201);
    await(page, () -> state(client).equals("found"));
    Answer asked = client.act("POST", "okta-verify/question", null);
    assertThat(asked.status()).isEqualTo(200);
    await(page, () -> client.get("okta-verify").text("number").equals(NUMBER));
    String confirmation = "okta-verify/" + asked.text("id") + "/confirmation";
    assertThat(client.post(confirmation, "{\"device\":\"Pixel 8\"}").status())
        .as("nobody has answered")
        .isNotEqualTo(204);
    okta().answerPushes("SUCCESS");
    await(page, () -> state(client).equals("approved"));
    assertThat(client.post(confirmation, "{\"device\":\"Pixel 8\"}").status()).isEqualTo(204);
    assertThat(client.get("factors").json().at("/factors/0/kind").asText()).isEqualTo("okta");
    return client;
  }

  private void setUp(Page page) {
    page.navigate("/factors/add");
    page.click("a[href$='/factors/enrol/okta']");
    page.click("#begin-submit");
    assertThat(page.locator("main img")).isVisible();
    okta().scannedBy(user);
    page.click("#prove-submit");
    assertThat(page.locator("#number")).hasText(NUMBER);
    assertAccessible();
    screenshot("okta-1-prove");
    okta().answerPushes("SUCCESS");
    page.fill("#device", "Pixel 8");
    assertAccessible();
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));
  }

  /** Attacks row 34: an outage is said, and skips nothing. */
  private void anotherWayIsOfferedWhileOktaIsDown(Page page) {
    Person.choose(page, "Okta Verify");
    okta().fail(503, "E0000010", null);
    page.click("#ask");
    assertThat(page.getByText("Okta does not answer at the moment")).isVisible();
    assertThat(page).hasURL(Pattern.compile("/sign-in/challenge"));
    assertAccessible();
    screenshot("okta-2-down");
    okta().recover();
    Person.choose(page, "Key ring");
    page.click("#submit");
    Person.signedIn(page);
  }

  /** A program in a browser that has given the password. */
  private ApiClient enrolling() {
    ApiClient client = new ApiClient(sparekey().baseUrl(), new Visitor(sparekey().baseUrl()));
    client
        .visitor()
        .submit(
            client.visitor().open("sign-in"),
            "#submit",
            Map.of("name", person.name(), "password", Crowd.PASSWORD));
    return client;
  }

  private static String state(ApiClient client) {
    return client.get("okta-verify").text("state");
  }

  private static void await(Page page, BooleanSupplier come) {
    page.waitForCondition(come);
  }
}
