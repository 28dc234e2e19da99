package org.sparekey.it.browser;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sparekey.it.http.ServerTime;
import org.sparekey.it.http.Visitor;

/** The virtual handset, read in a browser of its own that runs no scripts. */
final class Handset {

  /** Nobody types a code that is about to end. */
  private static final int SECONDS_LEFT = 5;

  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long LOOK_EVERY_MILLIS = 100;

  /** By server and entry: the server hears each code once. */
  private static final Map<String, String> LAST_CODES = new HashMap<>();

  private final URI site;
  private final Visitor visitor;
  private final ServerTime time;

  /** The handset of a site. */
  Handset(URI site) {
    this.site = site;
    this.visitor = new Visitor(site);
    this.time = ServerTime.at(site);
  }

  /** Waits for the code that {@code ask} lets Sparekey mail to an address. */
  String codeMailedTo(String address, Runnable ask) {
    return fresh(address, ".mail-code", ask).select(".mail-code").eachText().get(0);
  }

  /** The digits of a code that {@code ask} lets Sparekey send to a number. */
  String codeSentTo(String number, Runnable ask) {
    return codeMailedTo(number, ask).replaceAll("\\D", "");
  }

  /** Waits for the link in the notice that {@code act} makes Sparekey mail to an address. */
  String linkMailedTo(String address, Runnable act) {
    return linkMailedTo(address, "/veto", act);
  }

  /** The same for a link to another page, such as "/contact". */
  String linkMailedTo(String address, String page, Runnable act) {
    String link = link(page);
    return fresh(address, link, act).select(link).attr("href");
  }

  /** The link to a page in the mail to an address that has these words. */
  String linkIn(String address, String words, String page) {
    return mailsWith(address, words).get(0).select(link(page)).attr("href");
  }

  /** Waits for a mail to an address that {@code act} makes Sparekey send, and reads it. */
  String mailTo(String address, Runnable act) {
    return fresh(address, ".mail-body", act).wholeText();
  }

  /** Waits for mails to an address that have these words. */
  List<Element> mailsWith(String address, String words) {
    time.deliver();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      List<Element> found =
          mailsTo(address, ".mail-body").stream()
              .filter(mail -> mail.text().contains(words))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
      lookAgain(end, "no mail to " + address + " with " + words);
    }
  }

  /** A code of the authenticator that was not taken before. */
  String appCode(String name) {
    String key = site + name;
    String[] shown = code(name);
    while (shown[0].equals(LAST_CODES.get(key)) || Integer.parseInt(shown[1]) < SECONDS_LEFT) {
      time.pass(Duration.ofSeconds(Integer.parseInt(shown[1])));
      shown = code(name);
    }
    LAST_CODES.put(key, shown[0]);
    return shown[0];
  }

  private String[] code(String name) {
    Element entry = page().selectFirst("#handset-keys li:contains(" + name + ") .key-code");
    return Objects.requireNonNull(entry, name).text().split(" ", -1);
  }

  private static String link(String page) {
    return "a[href*='" + page + "?']";
  }

  private Document page() {
    return visitor.open("dev/handset").html();
  }

  private List<Element> mailsTo(String address, String part) {
    return page().select("article.mail:has(" + part + ")").stream()
        .filter(mail -> mail.select(".mail-head").text().contains(address))
        .toList();
  }

  /** The mail that was not there before. */
  private Element fresh(String address, String part, Runnable act) {
    List<String> before =
        mailsTo(address, part).stream().map(mail -> mail.attr("data-id")).toList();
    act.run();
    long end = System.nanoTime() + PATIENCE_NANOS;
    time.deliver();
    while (true) {
      for (Element mail : mailsTo(address, part)) {
        if (!before.contains(mail.attr("data-id"))) {
          return mail;
        }
      }
      lookAgain(end, "nothing new for " + address + " with " + part);
    }
  }

  private static void lookAgain(long end, String otherwise) {
    if (System.nanoTime() > end) {
      throw new AssertionError(otherwise);
    }
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
