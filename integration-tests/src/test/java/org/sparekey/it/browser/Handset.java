package org.sparekey.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The virtual handset, open in a browser of its own and live. */
final class Handset {

  /** Nobody types a code that is about to end. */
  private static final int SECONDS_LEFT = 5;

  private static final double PATIENCE_MS = 60_000;

  /** By server and entry: the server hears each code once. */
  private static final Map<String, String> LAST_CODES = new HashMap<>();

  private final Page page;

  Handset(Page page) {
    this.page = page;
    page.navigate("/dev/handset");
  }

  /** Waits for the code that {@code ask} lets Sparekey mail to an address. */
  String codeMailedTo(String address, Runnable ask) {
    return fresh(mailsTo(address, ".mail-code"), ask).locator(".mail-code").innerText();
  }

  /** The digits of a code that {@code ask} lets Sparekey send to a number. */
  String codeSentTo(String number, Runnable ask) {
    return codeMailedTo(number, ask).replaceAll("\\D", "");
  }

  /** Waits for the link in the notice that {@code act} makes Sparekey mail to an address. */
  String linkMailedTo(String address, Runnable act) {
    Locator mail = fresh(mailsTo(address, "a[href*='/veto?']"), act);
    return mail.locator("a[href*='/veto?']").getAttribute("href");
  }

  /** The same for a link to another page, such as "/contact". */
  String linkMailedTo(String address, String page, Runnable act) {
    String link = "a[href*='" + page + "?']";
    return fresh(mailsTo(address, link), act).locator(link).getAttribute("href");
  }

  /** Waits for a mail to an address that {@code act} makes Sparekey send, and reads it. */
  String mailTo(String address, Runnable act) {
    return fresh(mailsTo(address, ".mail-body"), act).innerText();
  }

  /** The mails to an address that have these words. */
  Locator mailsWith(String address, String words) {
    return mailsTo(address, ".mail-body").filter(new Locator.FilterOptions().setHasText(words));
  }

  /** A code of the authenticator that was not taken before. */
  String appCode(String name) {
    Locator entry =
        page.locator("#handset-keys li")
            .filter(new Locator.FilterOptions().setHasText(name))
            .locator(".key-code");
    String key = page.url() + name;
    String last = LAST_CODES.getOrDefault(key, "");
    String[] found = new String[1];
    Predicate<String> good =
        text -> {
          String[] parts = text.trim().split("\\s+", -1);
          found[0] = parts[0];
          return !parts[0].equals(last) && Integer.parseInt(parts[1]) >= SECONDS_LEFT;
        };
    page.waitForCondition(
        () -> good.test(entry.innerText()),
        new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
    LAST_CODES.put(key, found[0]);
    return found[0];
  }

  private Locator mailsTo(String address, String part) {
    return page.locator("article.mail")
        .filter(new Locator.FilterOptions().setHasText(address))
        .filter(new Locator.FilterOptions().setHas(page.locator(part)));
  }

  /** The mail that was not there before. */
  private Locator fresh(Locator mails, Runnable act) {
    page.reload();
    List<String> before = ids(mails);
    act.run();
    page.waitForCondition(
        () -> !before.containsAll(ids(mails)),
        new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
    String id =
        ids(mails).stream().filter(each -> !before.contains(each)).findFirst().orElseThrow();
    return page.locator("article.mail[data-id='" + id + "']");
  }

  @SuppressWarnings("unchecked")
  private static List<String> ids(Locator mails) {
    return (List<String>) mails.evaluateAll("all => all.map(each => each.dataset.id)");
  }
}
