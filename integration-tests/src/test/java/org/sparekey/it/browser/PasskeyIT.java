package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Passkeys and security keys, with the authenticator that Chromium pretends to have. */
class PasskeyIT extends PortalTest {

  private static final Pattern CHALLENGE = Pattern.compile("/sign-in/challenge");
  private static final String NOT_ACCEPTED = "That was not accepted.";

  private final Person person = Person.ofCrowd();

  @Test
  void aSecurityKeyIsSetUpAndIsTheSecondStep() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey key = VirtualKey.onAKeyRing(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "security-key", "Key ring");
    assertThat(key.credentials()).isEqualTo(1);

    Person.signOut(page);
    person.givePassword(page);
    assertThat(page).hasURL(CHALLENGE);
    assertThat(page.locator("main strong").first()).hasText("Key ring");
    assertAccessible();
    page.click("#submit");
    Person.signedIn(page);

    Person.remove(page, "Key ring");
    Person.signOut(page);
    person.givePassword(page);
    assertThat(page.locator("main strong").first()).hasText("Pixel 8");
  }

  @Test
  void aPasskeyIsSetUpAndSignsInAlone() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey device = VirtualKey.builtIn(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "passkey", "Laptop");
    device.touch(false);
    Person.signOut(page);
    assertAccessible();
    device.touch(true);
    page.click("#passkey-submit");
    Person.signedIn(page);
    page.navigate("/factors");
    assertThat(page.getByText("Laptop").first()).isVisible();
    Person.remove(page, "Pixel 8");
  }

  @Test
  void aPasskeyIsOfferedWhereTheNameIsTyped() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey device = VirtualKey.builtIn(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "passkey", "Laptop");
    device.touch(false);
    Person.signOut(page);
    device.touch(true);
    page.evaluate("setTimeout(() => location.reload(), 50)");

    // the pretended user takes the offer at once, without a click
    Person.signedIn(page);
  }

  @Test
  void thePasskeyMayBeTheFirstFactorAndConfirmsWhoIsThere() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey device = VirtualKey.builtIn(page);
    device.touch(false);
    person.givePassword(page);
    device.touch(true);
    Person.addKey(page, "passkey", "Laptop");
    Person.signedIn(page);

    page.navigate("/sign-in/confirm?return=/factors");
    assertAccessible();
    page.click("#submit");
    assertThat(page.locator("#password")).isFocused();
    page.fill("#password", person.password());
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors$"));
  }

  @Test
  void whatIsRemovedOpensNothing() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey device = VirtualKey.builtIn(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "passkey", "Laptop");
    device.touch(false);
    Person.remove(page, "Laptop");
    Person.signOut(page);

    device.touch(true);
    page.click("#passkey-submit");
    assertThat(page.locator("main [role=alert]").first()).containsText(NOT_ACCEPTED);
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
    // else this authenticator, which answers by itself, would be refused without end
    assertThat(page.locator("[data-passkey]")).hasAttribute("data-offer", "no");
  }

  @Test
  void anAnswerIsGoodOnceAndInItsOwnBrowser() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey device = VirtualKey.builtIn(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "passkey", "Laptop");
    device.touch(false);
    Person.signOut(page);
    device.touch(true);
    List<String> sent = answersOf(page);
    page.click("#passkey-submit");
    Person.signedIn(page);
    device.touch(false);
    Person.signOut(page);

    assertThat(sent).hasSize(1);
    sendAgain(page, sent.get(0));
    assertThat(page.locator("main [role=alert]").first()).containsText(NOT_ACCEPTED);

    Page thief = newPerson(Screen.DESKTOP, Look.LIGHT);
    thief.navigate("/sign-in");
    sendAgain(thief, sent.get(0));
    assertThat(thief.locator("main [role=alert]").first()).containsText(NOT_ACCEPTED);
  }

  @Test
  void nonsenseIsNotAccepted() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.builtIn(page).touch(false);
    page.navigate("/sign-in");
    for (String nonsense :
        List.of(
            "x", "{}", "[]", "null", "{\"id\":\"" + "A".repeat(50_000) + "\"}", "\u0000\uD83D")) {
      sendAgain(page, nonsense);
      assertThat(page.locator("main [role=alert]").first()).containsText(NOT_ACCEPTED);
    }
  }

  @Test
  void theKeyOfSomebodyElseIsNotAccepted() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.onAKeyRing(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "security-key", "Mine");
    Person.signOut(page);
    person.givePassword(page);
    List<String> sent = answersOf(page);
    page.click("#submit");
    Person.signedIn(page);

    Page other = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey empty = VirtualKey.onAKeyRing(other);
    Person somebody = Person.ofCrowd();
    somebody.begin(other, "Pixel 7");
    Person.addKey(other, "security-key", "Theirs");
    Person.signOut(other);
    somebody.givePassword(other);
    empty.touch(false);
    sendAgain(other, sent.get(0));
    assertThat(other.locator("main [role=alert]").first()).containsText(NOT_ACCEPTED);
    assertThat(other).hasURL(CHALLENGE);
  }

  @Test
  void anotherOriginIsNoticed() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.onAKeyRing(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "security-key", "Mine");
    Person.signOut(page);
    person.givePassword(page);
    page.evaluate(
        """
        () => {
          const given = document.querySelector('[data-passkey-given]');
          given.form.addEventListener('submit', () => {
            if (!given.value) return;
            const answer = JSON.parse(given.value);
            const client = atob(answer.response.clientDataJSON.replaceAll('-', '+').replaceAll('_', '/'));
            answer.response.clientDataJSON = btoa(client.replace('//localhost', '//evil.example'))
              .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
            given.value = JSON.stringify(answer);
          });
        }
        """);
    page.click("#submit");
    assertThat(page.locator("main [role=alert]").first())
        .containsText("The answer was made for another site.");
  }

  @Test
  void aCopyIsTakenOutOfUse() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey key = VirtualKey.onAKeyRing(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "security-key", "Key ring");
    Person.signOut(page);
    person.givePassword(page);
    page.click("#submit");
    Person.signedIn(page);
    Person.signOut(page);
    person.givePassword(page);
    key.goBackTo(0);
    page.click("#submit");
    assertThat(page.locator("main [role=alert]").first()).containsText("as a copy would");
    person.givePassword(page);
    assertThat(page.locator("#code")).isVisible();
  }

  @Test
  void aStopIsSaidAndTheNextTryWorks() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey device = VirtualKey.builtIn(page);
    person.begin(page, "Pixel 8");
    page.navigate("/factors/enrol/passkey");
    page.click("#begin-submit");
    device.knowsItsUser(false);
    page.fill("#device", "Laptop");
    page.click("#submit");
    assertThat(page.locator("[data-passkey-problem]")).containsText("It was stopped");
    assertAccessible();
    device.knowsItsUser(true);
    page.click("#submit");
    assertThat(page).hasURL(Pattern.compile("/factors/enrolled"));

    page.navigate("/factors/enrol/passkey");
    page.click("#begin-submit");
    page.fill("#device", "Again");
    page.click("#submit");
    assertThat(page.locator("[data-passkey-problem]")).containsText("is set up already");
  }

  @Test
  void aBrowserWithoutThemSaysSo() {
    Page page = newPerson(Screen.DESKTOP, Look.LIGHT);
    VirtualKey.onAKeyRing(page);
    person.begin(page, "Pixel 8");
    Person.addKey(page, "security-key", "Key ring");
    Person.signOut(page);
    page.addInitScript("delete window.PublicKeyCredential");
    page.navigate("/sign-in");
    assertThat(page.locator("#passkey-submit")).isHidden();
    person.typePassword(page);
    assertThat(page.locator("[data-passkey-missing]")).isVisible();
    assertThat(page.locator("#submit")).isHidden();
    page.getByText("Pixel 8").first().isVisible();
  }

  /** What authenticators answered on this page from now on, as it was sent. */
  private static List<String> answersOf(Page page) {
    List<String> sent = new ArrayList<>();
    page.onRequest(
        request -> {
          String form = request.postData();
          if (form != null) {
            Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith("assertion=%7B"))
                .map(field -> field.substring("assertion=".length()))
                .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
                .forEach(sent::add);
          }
        });
    return sent;
  }

  /** Sends what was sent before, with the form that is open now. */
  private static void sendAgain(Page page, String answer) {
    page.evaluate(
        """
        answer => {
          const given = document.querySelector('[data-passkey-given]');
          given.value = answer;
          given.form.requestSubmit(given.form.querySelector('[data-passkey-button]'));
        }
        """,
        answer);
    page.waitForLoadState();
  }
}
