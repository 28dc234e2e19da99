package org.sparekey.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.PhoneApp;

/** Brook names three people; the phone is lost, and two of them vouch. */
class RecoveryContactsIT extends InspectingTest {

  private static final String ALAN = "alan.turing@example.net";
  private static final String MARY = "mary@example.net";
  private static final String HEDY = "hedy@example.net";

  private final Person brook = Person.demo("brook@borealis.example");
  private final Map<String, String> asked = new HashMap<>();

  @Test
  void twoPeopleVouchOneRaisesTheAlarmAndTheHoldBegins() {
    Page owner = newPerson(Screen.PHONE, Look.LIGHT);
    brook.signIn(owner, handset());
    agree(owner, "Alan Turing", ALAN, true);
    agree(owner, "Mary", MARY, false);
    agree(owner, "Hedy", HEDY, false);
    coolOff(owner);

    Page phoneless = newPerson(Screen.DESKTOP, Look.LIGHT);
    ask(phoneless);
    alarm();
    String first = vouch(ALAN, true);
    turnTo(phoneless);
    type(phoneless, first);
    assertThat(phoneless.getByText("1 of 2 have vouched")).isVisible();
    inspectOnce("prove-one-vouched");
    phoneless.fill("#contact-code", first);
    phoneless.click("#contact-submit");
    assertThat(phoneless.getByText("This is not the right code.").first()).isVisible();
    type(phoneless, vouch(MARY, false));

    assertThat(phoneless).hasURL(Pattern.compile("/recover/status"));
    assertThat(phoneless.locator(".countdown-left")).isVisible();
    turnTo(phoneless);
    screenshot("contacts-hold");
    backAfterTheHold(phoneless);
  }

  private void backAfterTheHold(Page page) {
    Instant until = Instant.parse(page.getAttribute(".countdown", "data-until"));
    time().pass(Duration.between(time().now(), until).plusSeconds(1));
    page.navigate("/recover/status");
    assertThat(page).hasURL(Pattern.compile("/recover/enrol"));
    PhoneApp phone = Person.scan(page);
    Person.bind(page, "Pixel 9", phone);
    assertThat(page).hasURL(Pattern.compile("/recover/done"));
    brook.givePassword(page);
    brook.answer(page, phone.freshCode());
    Person.signedIn(page);
  }

  private void agree(Page owner, String name, String address, boolean look) {
    owner.navigate("/account/contacts");
    owner.fill("#person", name);
    owner.fill("#address", address);
    owner.fill("#asker", "Brook");
    String link = handset().linkMailedTo(address, "/contact", () -> owner.click("#submit"));
    assertThat(owner.getByText("The invitation is on its way.")).isVisible();
    Page person = newPerson(Screen.PHONE, look ? Look.DARK : Look.LIGHT);
    person.navigate(link);
    assertThat(person.url()).endsWith("/contact");
    // mail scanners follow links: looking says neither yes nor no
    person.navigate(link);
    assertThat(person.locator("#accept")).isVisible();
    assertThat(person.innerText("body")).doesNotContain(brook.name(), "Brook Taylor");
    if (look) {
      inspectOnce("invitation");
      screenshot("invitation");
    }
    person.click("#accept");
    assertThat(person.getByText("You are a recovery contact of Brook.")).isVisible();
    if (look) {
      inspectOnce("invitation-accepted");
    }
    turnTo(owner);
  }

  private void coolOff(Page owner) {
    owner.navigate("/account/contacts");
    inspectOnce("contacts");
    screenshot("contacts");
    time().pass(Duration.ofDays(1));
    brook.signIn(owner, handset());
    owner.navigate("/account/contacts");
    assertThat(owner.getByText("Ready today: 3")).isVisible();
  }

  private void ask(Page page) {
    brook.startRecovery(page);
    assertThat(page.locator("#ask-submit")).hasCount(0);
    inspect("prove-contacts-first");
    brook.proveByPassword(page);
    assertThat(page.locator("#ask-submit")).isVisible();
    asked.put(ALAN, handset().linkMailedTo(ALAN, "/vouch", () -> page.click("#ask-submit")));
    assertThat(page.getByText("Your recovery contacts are asked.")).isVisible();
    for (String address : List.of(MARY, HEDY)) {
      asked.put(address, handset().linkIn(address, "Somebody who named you", "/vouch"));
    }
    inspectOnce("prove-contacts-asked");
    screenshot("prove-contacts-asked");
  }

  /** Of all addresses of the owner. */
  private void alarm() {
    Page hedy = newPerson(Screen.PHONE, Look.LIGHT);
    hedy.navigate(asked.get(HEDY));
    handset().linkMailedTo(brook.name(), () -> hedy.click("#alarm-submit"));
    assertThat(hedy.getByText("The alarm is raised")).isVisible();
    assertThat(hedy.locator("#vouch-submit")).hasCount(0);
    inspectOnce("vouch-doubted");
  }

  /** Speaks to Brook and reads the code. */
  private String vouch(String address, boolean look) {
    Page person = newPerson(Screen.PHONE, look ? Look.DARK : Look.LIGHT);
    person.navigate(asked.get(address));
    assertThat(person.url()).endsWith("/vouch");
    if (look) {
      inspectOnce("vouch");
      screenshot("vouch");
    }
    person.click("#vouch-submit");
    if (look) {
      inspectOnce("vouch-code");
      screenshot("vouch-code");
    }
    return person.innerText("#vouch-code");
  }

  private static void type(Page page, String code) {
    page.fill("#contact-code", code);
    page.click("#contact-submit");
  }
}
