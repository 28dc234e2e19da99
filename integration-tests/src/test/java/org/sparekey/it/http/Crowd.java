package org.sparekey.it.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sparekey.it.server.RunningSparekey;

/**
 * A Sparekey with many people who have a password and a mailbox, and no factor yet; for tests that
 * need somebody fresh each time. Whoever was taken is never given to another test.
 */
public final class Crowd implements AutoCloseable {

  /** The password of everybody in the crowd. */
  public static final String PASSWORD = "violet harbour lantern 42";

  private static final int SIZE = 200;
  private static @Nullable Crowd shared;

  private final RunningSparekey server;
  private final Mailbox mailbox;
  private final AtomicInteger taken = new AtomicInteger();

  private Crowd(RunningSparekey server, Mailbox mailbox) {
    this.server = server;
    this.mailbox = mailbox;
  }

  /** The one that suites share. */
  public static synchronized Crowd shared() {
    Crowd crowd = shared;
    if (crowd == null) {
      crowd = start();
      shared = crowd;
    }
    return crowd;
  }

  /** One of your own, for a test that spends more than the budget of an address; close it. */
  public static Crowd start() {
    Mailbox mailbox = new Mailbox();
    Map<String, String> configuration = new HashMap<>();
    configuration.put("sparekey.test", "true");
    configuration.put("sparekey.benchmark", "true");
    configuration.put("sparekey.benchmark.crowd", Integer.toString(SIZE));
    configuration.put("sparekey.limits.requests-by-source", "100000");
    configuration.put("sparekey.proxies", "127.0.0.1");
    configuration.put("sparekey.mail.smtp.host", "127.0.0.1");
    configuration.put("sparekey.mail.smtp.port", Integer.toString(mailbox.port()));
    configuration.put("sparekey.mail.smtp.security", "none");
    configuration.put("sparekey.mail.from", "sparekey@example.org");
    return new Crowd(RunningSparekey.start(configuration), mailbox);
  }

  /** The server. */
  public RunningSparekey server() {
    return server;
  }

  /** Where the site is; ends in a slash. */
  public URI site() {
    return server.baseUrl();
  }

  /** Everybody's mail. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** The name, and mail address, of somebody whom no test has used. */
  public String somebody() {
    int number = taken.incrementAndGet();
    if (number > SIZE) {
      throw new IllegalStateException("the crowd is too small");
    }
    return "person-%05d@crowd.example".formatted(number);
  }

  /** A browser and a program of nobody in particular. */
  public ApiClient stranger() {
    return new ApiClient(site(), new Visitor(site()));
  }

  /** Somebody who has given the password, and may bind the first factor. */
  public ApiClient enrolling(String name) {
    ApiClient client = stranger();
    Page form = client.visitor().open("sign-in");
    client.visitor().submit(form, "#submit", Map.of("name", name, "password", PASSWORD));
    return client;
  }

  /** Somebody who is signed in, with the app that was just bound. */
  public Member member() throws InterruptedException {
    return member(somebody());
  }

  /** One of the few under a slower policy, whom no other test takes: 1 to 8. */
  public Member member(String policy, int number) throws InterruptedException {
    return member("person-%05d@%s.example".formatted(number, policy));
  }

  /** One of the few support agents of the same organisation, whom no other test takes: 1 to 4. */
  public Member agent(String policy, int number) throws InterruptedException {
    return member("agent-%d@%s.example".formatted(number, policy));
  }

  private Member member(String name) throws InterruptedException {
    ApiClient client = enrolling(name);
    return bind(name, client, "Pixel 8");
  }

  /** The same person with one more app. */
  public Member withAnother(Member member, String device) throws InterruptedException {
    return bind(member.name(), member.client(), device);
  }

  private Member bind(String name, ApiClient client, String device) {
    Answer key = client.post("factors", "{\"kind\":\"totp\"}");
    if (key.status() != 201) {
      throw new AssertionError("no key for " + name + ": " + key);
    }
    PhoneApp phone = new PhoneApp(site(), key.text("keyText"));
    String confirmation =
        "{\"device\":\"%s\",\"code\":\"%s\"}".formatted(device, phone.freshCode());
    Answer bound = client.post("factors/" + key.text("id") + "/confirmation", confirmation);
    if (bound.status() != 204) {
      throw new AssertionError(name + " could not bind the app: " + bound);
    }
    return new Member(name, client, phone, key.text("id"));
  }

  /** Somebody, perhaps not the owner, who has started a recovery of this name's account. */
  public ApiClient recovering(String name) {
    ApiClient client = stranger();
    Answer started = client.post("recoveries", "{\"name\":\"%s\"}".formatted(name));
    if (started.status() != 201) {
      throw new AssertionError("no recovery for " + name + ": " + started);
    }
    return client;
  }

  /** Recovers the account of a member who has lost the phone; returns the app on the new one. */
  public PhoneApp recover(Member member) throws InterruptedException {
    ApiClient client = recovering(member.name());
    client.post("recoveries/current/password", "{\"password\":\"%s\"}".formatted(PASSWORD));
    client.act("POST", "recoveries/current/mailed-code", null);
    client.post(
        "recoveries/current/mailed-code/confirmation",
        "{\"code\":\"%s\"}".formatted(mailbox.codeFor(member.name())));
    Answer key = client.act("POST", "recoveries/current/enrolment", null);
    PhoneApp phone = new PhoneApp(site(), key.text("keyText"));
    Answer completed =
        client.post(
            "recoveries/current/completion",
            "{\"factor\":\"%s\",\"device\":\"Pixel 9\",\"code\":\"%s\"}"
                .formatted(key.text("id"), phone.freshCode()));
    if (completed.status() != 200) {
      throw new AssertionError(member.name() + " could not recover: " + completed);
    }
    return phone;
  }

  /** Stops the server and the mailbox. */
  @Override
  public void close() {
    server.close();
    mailbox.close();
  }

  /**
   * Somebody of the crowd.
   *
   * @param factor id of the app
   */
  public record Member(String name, ApiClient client, PhoneApp phone, String factor) {}
}
