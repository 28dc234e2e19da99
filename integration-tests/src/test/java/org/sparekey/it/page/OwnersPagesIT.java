package org.sparekey.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.Page;
import org.sparekey.it.http.PhoneApp;
import org.sparekey.it.http.Visitor;

/** Pages of somebody who is signed in. */
class OwnersPagesIT {

  private static final Pattern VETO = Pattern.compile("(https?://\\S+/veto\\?\\w+=\\S+)");
  private static final Pattern CODE = Pattern.compile("\\b(\\d{4}[ -]?\\d{4})\\b");

  private final Crowd crowd = Crowd.shared();

  @Test
  void aNewAddressGetsOneCodeAndThePageThatTakesIt() throws InterruptedException {
    Crowd.Member member = crowd.member();
    String address = "second-" + member.name();
    Page confirm = add(member.client().visitor(), address);
    assertThat(confirm.uri().getPath()).isEqualTo("/account/confirm");
    assertThat(confirm.text("[role=status]")).isEqualTo("A code is on its way.");
    String code = crowd.mailbox().find(address, CODE);
    assertThat(crowd.mailbox().countTo(address)).isEqualTo(1);

    Page again = member.client().visitor().submit(confirm, "#again", Map.of());
    assertThat(again.uri().getPath()).isEqualTo("/account/confirm");
    crowd.mailbox().await(address, 2);
    Page done = member.client().visitor().submit(again, "#submit", Map.of("code", code));
    assertThat(done.uri().getQuery()).isEqualTo("done=contact-confirmed");
  }

  @Test
  void aPressInATabWhoseListHasGrownShorterActsOnItsOwnRow() throws InterruptedException {
    Crowd.Member member = crowd.member();
    Visitor browser = member.client().visitor();
    String first = "first-" + member.name();
    String last = "last-" + member.name();
    add(browser, first);
    add(browser, last);
    Page staleTab = browser.open("account");
    browser.submit(browser.open("account"), remove(first), Map.of());

    Page page = browser.submit(staleTab, remove(last), Map.of());

    assertThat(page.uri().getQuery()).isEqualTo("done=contact-removed");
    assertThat(page.text("main")).doesNotContain(last);
    Page gone = browser.submit(staleTab, remove(last), Map.of());
    assertThat(gone.text("[role=alert]")).contains("look at your list");
  }

  @Test
  void ofThreeSessionsTheOneThatIsPressedEnds() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient second = crowd.enrolling(member.name());
    ApiClient third = crowd.enrolling(member.name());
    Visitor browser = member.client().visitor();
    Page staleTab = browser.open("sessions");
    assertThat(staleTab.has(end(idOf(member.client())))).isFalse();
    browser.submit(browser.open("sessions"), end(idOf(second)), Map.of());
    assertThat(second.get("session").json().path("session").isObject()).isFalse();

    Page page = browser.submit(staleTab, end(idOf(third)), Map.of());

    assertThat(page.uri().getQuery()).isEqualTo("done=session-ended");
    assertThat(third.get("session").json().path("session").isObject()).isFalse();
    assertThat(member.client().get("factors").status()).isEqualTo(200);
  }

  @Test
  void whatIsLeftAfterALossAndWhatWouldHelpIsWorkedOut() throws InterruptedException {
    Crowd.Member member = crowd.member();
    Visitor browser = member.client().visitor();

    Page before = browser.open("account/readiness");
    assertThat(before.text("main"))
        .contains("If you forget your password", "Save recovery codes")
        .contains("No single thing opens your account: a thief needs at least 2 at once.");
    browser.submit(browser.open("factors/codes"), "#make-submit", Map.of());
    Page after = browser.open("account/readiness");

    assertThat(after.text("main"))
        .contains("A saved recovery code")
        .doesNotContain("Save recovery codes");
    assertThat(browser.open("home").text("main .rows")).isNotEmpty();
  }

  @Test
  void mailThatOpensWithThePhoneIsLostWithIt() throws InterruptedException {
    Crowd.Member member = crowd.member();
    Visitor browser = member.client().visitor();
    Page account = browser.open("account");
    String to = account.html().select("a[href*='/account/mailbox']").attr("href");
    Page mailbox = browser.open(to.substring(1));

    Page readiness = browser.submit(mailbox, "#submit", Map.of("device", member.factor()));

    assertThat(readiness.uri().getQuery()).isEqualTo("done=mailbox-noted");
    assertThat(readiness.text(".notice.error")).contains("You would be locked out", "If you lose");
    Page foreign =
        browser.submit(
            browser.open(to.substring(1)), "#submit", Map.of("device", crowd.member().factor()));
    assertThat(foreign.text("main")).contains("This device has no sign-in method in use");
  }

  @Test
  void whoContestsFromASessionIsLedOutWithAWord() throws InterruptedException {
    Crowd.Member member = crowd.member();
    PhoneApp phone = crowd.recover(member);
    Visitor browser = signIn(member.name(), phone.freshCode());
    Page home = browser.open("home");
    assertThat(home.text(".notice.warn")).contains("all sessions end, this one too");

    Page out = browser.submit(home, "button[name=stop]", Map.of());

    assertThat(out.uri().getPath()).isEqualTo("/sign-in");
    assertThat(out.text("[role=status]")).contains("the phone that was set up is out of use");
    assertThat(browser.cookies().getCookieStore().getCookies())
        .noneMatch(cookie -> cookie.getName().endsWith("sparekey-session"));
    outOfUse(member.name(), phone);
  }

  @Test
  void whoContestsByTheLinkInANoticeTakesTheNewPhoneOutOfUse() throws InterruptedException {
    Crowd.Member member = crowd.member();
    PhoneApp phone = crowd.recover(member);
    URI link = URI.create(crowd.mailbox().find(member.name(), VETO));
    Visitor owner = new Visitor(crowd.site());
    Page asked = owner.send(HttpRequest.newBuilder(link).GET().build());
    assertThat(asked.text("main")).contains("Somebody has already set up a new phone");

    Page stopped = owner.submit(asked, "#submit", Map.of());

    assertThat(stopped.text("[role=status]")).contains("the phone that was set up is out of use");
    assertThat(stopped.has("#submit")).isFalse();
    outOfUse(member.name(), phone);
  }

  /** The password and its code lead to no session, and the password to no enrolment. */
  private void outOfUse(String name, PhoneApp phone) {
    Visitor browser = signIn(name, phone.code());
    assertThat(new ApiClient(crowd.site(), browser).get("factors").status()).isEqualTo(403);
    assertThat(browser.open("home").uri().getPath()).isEqualTo("/sign-in/challenge");
  }

  private static Page add(Visitor browser, String address) {
    return browser.submit(browser.open("account"), "#submit", Map.of("address", address));
  }

  private static String remove(String address) {
    return "button[name=remove][aria-label$='" + address + "']";
  }

  private static String end(String session) {
    return "button[name=end][value=" + session + "]";
  }

  private static String idOf(ApiClient client) {
    return client.get("session").json().at("/session/id").asText();
  }

  /** As far as one comes with the password and this code. */
  private Visitor signIn(String name, String code) {
    Visitor browser = new Visitor(crowd.site());
    Page challenge =
        browser.submit(
            browser.open("sign-in"), "#submit", Map.of("name", name, "password", Crowd.PASSWORD));
    if (challenge.has("#submit")) {
      browser.submit(challenge, "#submit", Map.of("code", code));
    }
    return browser;
  }
}
