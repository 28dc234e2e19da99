package org.sparekey.application.adapter.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every key that Sparekey reads. A key is a system property, an environment variable, or any other
 * source of MicroProfile Config. {@code docs/configuration.md} is this list for people.
 */
public enum ConfigurationKey {
  PROFILE(
      "sparekey.profile",
      "production",
      "`production`, or `developer`: demo data, virtual handset, loopback only."),
  TEST(
      "sparekey.test",
      "false",
      "`true` marks an automatic test: the developer profile then takes any database, and a crowd"
          + " has a few people under *Standard* and *Strict*."),
  BENCHMARK(
      "sparekey.benchmark",
      "false",
      "`true` marks a benchmark: the developer profile then takes the password hash `token`."),
  BENCHMARK_CROWD(
      "sparekey.benchmark.crowd",
      "0",
      "How many accounts a benchmark adds to the demo data: `person-00001@crowd.example` and on."),
  BASE_URL(
      "sparekey.base.url",
      "",
      "The address under which browsers reach Sparekey; links are made from it, never from a"
          + " request. `https` in production. Passkeys belong to its host name, which must not be a"
          + " numeric address: under another one they are worthless. The developer profile defaults"
          + " to `http://localhost:8080/`."),
  PROXIES(
      "sparekey.proxies",
      "",
      "Addresses or networks of the reverse proxies in front, with commas between:"
          + " `10.0.0.7, 10.1.0.0/24`. Only from them is `X-Forwarded-For` believed; without them"
          + " every person behind a proxy counts as one source."),
  SITE_NAME("sparekey.site.name", "Sparekey", "What people read in mails and in their app."),
  DATA_DIRECTORY(
      "sparekey.data.directory",
      "~/.sparekey",
      "Where the embedded database and the key file are; `~` is the home of the user that runs"
          + " Sparekey."),
  KEYS_FILE(
      "sparekey.keys.file",
      "",
      "The file with the keys that are not in the database. Default: `keys.properties` in the data"
          + " directory. Only the developer profile makes it by itself."),
  DATABASE_URL(
      "sparekey.database.url",
      "",
      "JDBC URL. Default: the embedded H2, a file in the data directory (see"
          + " `microprofile-config.properties`)."),
  DATABASE_CLASS(
      "sparekey.database.class",
      "org.h2.Driver",
      "`org.h2.Driver` or `org.postgresql.ds.PGSimpleDataSource`."),
  DATABASE_USER("sparekey.database.user", "sparekey", "User of the database."),
  DATABASE_PASSWORD("sparekey.database.password", "", "Password of the database."),
  PASSWORD_HASH(
      "sparekey.password.hash",
      "argon2id",
      "`argon2id`; or `token`, no protection at all, which only a benchmark may use."),
  ARGON2_MEMORY(
      "sparekey.password.argon2.memory",
      "19456",
      "Memory of one hash in KiB. Never below OWASP's recommendations."),
  ARGON2_ITERATIONS("sparekey.password.argon2.iterations", "2", "Passes over that memory."),
  ARGON2_PARALLELISM("sparekey.password.argon2.parallelism", "1", "Lanes of one hash, 1 to 16."),
  SESSION_OWNER_IDLE(
      "sparekey.session.owner.idle",
      "PT30M",
      "A session of an owner ends after this time without a request; at most 1 h (NIST SP"
          + " 800-63B-4 §2.2.3)."),
  SESSION_OWNER_ABSOLUTE(
      "sparekey.session.owner.absolute",
      "PT12H",
      "… and after this time in any case; at most 24 h."),
  SESSION_STAFF_IDLE(
      "sparekey.session.staff.idle", "PT15M", "The same for staff; at most 15 minutes (§2.3.3)."),
  SESSION_STAFF_ABSOLUTE("sparekey.session.staff.absolute", "PT12H", "… at most 12 h."),
  CONTACT_COOL_OFF(
      "sparekey.contact.cool-off",
      "P7D",
      "How long a new address must be confirmed before a recovery may use it."),
  MAILED_CODE_VALIDITY(
      "sparekey.recovery.mailed-code.validity",
      "PT1H",
      "How long a mailed recovery code is good; at most 24 h (§4.2.1.2)."),
  REMINDER_EVERY(
      "sparekey.reminder.every",
      "P180D",
      "How much time lies between two reminders to one owner at least: that the way back is missing,"
          + " or that it was not tried for as long, by a rehearsal or a recovery. 7 to 1000 days; `0`"
          + " for no reminders."),
  REQUESTS_BY_SOURCE(
      "sparekey.limits.requests-by-source",
      "30",
      "Recoveries and password resets that one source address may ask for in ten minutes. Raise it"
          + " where many people share an address."),
  MAIL_FROM("sparekey.mail.from", "", "Sender of all mails. Required when mail goes out by SMTP."),
  SMTP_HOST(
      "sparekey.mail.smtp.host",
      "",
      "The mail server. Required in production; without it the developer profile delivers to the"
          + " virtual handset."),
  SMTP_PORT("sparekey.mail.smtp.port", "587", "Its port."),
  SMTP_SECURITY(
      "sparekey.mail.smtp.security",
      "starttls",
      "`starttls`, `tls`; or `none`, which production takes for a server on the loopback only."),
  SMTP_USER("sparekey.mail.smtp.user", "", "User at the mail server, if it asks for one."),
  SMTP_PASSWORD_FILE(
      "sparekey.mail.smtp.password-file", "", "A file with nothing but that user's password."),
  PUSH_HOSTS(
      "sparekey.push.hosts",
      "fcm.googleapis.com,*.push.services.mozilla.com,*.notify.windows.com,*.push.apple.com",
      "The push services of browsers that Sparekey may send to, by host, `*.` for any name below;"
          + " `none` for no pushes at all: the authenticator then hears of questions only while it"
          + " is open. Always by https; the developer profile also takes the loopback."),
  OKTA_URL(
      "sparekey.okta.url",
      "",
      "The Okta organisation whose users confirm sign-ins with Okta Verify:"
          + " `https://acme.okta.com`. A user there belongs to the account whose sign-in name is"
          + " the same as the login."),
  OKTA_TOKEN_FILE(
      "sparekey.okta.token-file",
      "",
      "A file with nothing but an API token of that organisation, from an administrator who may"
          + " manage users and their factors."),
  TELEPHONY_PROVIDERS(
      "sparekey.telephony.providers",
      "",
      "Who sends texts and makes calls, in the order in which they are tried: `twilio`, `smpp`, or"
          + " both, separated by commas. Without any, phones are not offered; the developer profile"
          + " rings the virtual handset."),
  TELEPHONY_COUNTRIES(
      "sparekey.telephony.countries",
      "",
      "The countries whose numbers may be used, by ISO 3166-1 alpha-2: `DE,AT,CH`. Required with a"
          + " provider: fraudsters earn on the others."),
  TELEPHONY_BY_ACCOUNT(
      "sparekey.telephony.budget.account", "10", "Texts and calls for one account in an hour."),
  TELEPHONY_BY_PREFIX(
      "sparekey.telephony.budget.prefix",
      "100",
      "… to all numbers that share their first six digits."),
  TELEPHONY_ALTOGETHER("sparekey.telephony.budget.total", "2000", "… altogether."),
  TELEPHONY_BREAKER_CODES(
      "sparekey.telephony.breaker.codes",
      "20",
      "From this many codes to one prefix in an hour on, so many must come back:"),
  TELEPHONY_BREAKER_PERCENT(
      "sparekey.telephony.breaker.percent",
      "20",
      "… in percent; else no new number of that prefix gets a code, and there is an alarm in the"
          + " audit log."),
  TWILIO_URL(
      "sparekey.telephony.twilio.url",
      "https://api.twilio.com",
      "A service that speaks Twilio's REST API of 2010-04-01."),
  TWILIO_ACCOUNT("sparekey.telephony.twilio.account", "", "The account's SID there, `AC…`."),
  TWILIO_TOKEN_FILE(
      "sparekey.telephony.twilio.token-file",
      "",
      "A file with nothing but that account's auth token."),
  TWILIO_FROM(
      "sparekey.telephony.twilio.from",
      "",
      "Sender of texts: a number (`+49…`), a name, or the SID of a messaging service (`MG…`)."),
  TWILIO_CALLER(
      "sparekey.telephony.twilio.caller",
      "",
      "The number that calls. Without it no calls are offered."),
  SMPP_HOST("sparekey.telephony.smpp.host", "", "A message centre that speaks SMPP 3.4."),
  SMPP_PORT("sparekey.telephony.smpp.port", "2775", "Its port."),
  SMPP_SECURITY(
      "sparekey.telephony.smpp.security",
      "tls",
      "`tls`; or `none`, which is taken for a centre or tunnel on the loopback only."),
  SMPP_SYSTEM_ID("sparekey.telephony.smpp.system-id", "", "Who we are there."),
  SMPP_PASSWORD_FILE(
      "sparekey.telephony.smpp.password-file", "", "A file with nothing but the password."),
  SMPP_SYSTEM_TYPE(
      "sparekey.telephony.smpp.system-type", "", "What the centre wants here, if anything."),
  SMPP_FROM(
      "sparekey.telephony.smpp.from",
      "",
      "Sender of texts: a number or a name of at most 11 characters."),
  CLOCK_MOVABLE(
      "sparekey.clock.movable",
      "false",
      "`true` lets everybody who reaches the developer profile put the server's clock forward, at"
          + " `/dev/clock`: holds and codes end without waiting. How far stands in"
          + " `clock-ahead` in the data directory. Refused in production."),
  DEMO_HOLD(
      "sparekey.demo.hold",
      "PT2M",
      "The hold of the demo policy in the developer profile, short enough to wait for."),
  BOOTSTRAP_ORGANISATION(
      "sparekey.bootstrap.organisation",
      "",
      "First start in production: the name of the first organisation. With it, the other bootstrap"
          + " keys are required; once there are accounts, they do nothing."),
  BOOTSTRAP_SIGN_IN_NAME(
      "sparekey.bootstrap.sign-in-name", "", "… the sign-in name of its first administrator."),
  BOOTSTRAP_DISPLAY_NAME("sparekey.bootstrap.display-name", "", "… that person's name."),
  BOOTSTRAP_EMAIL("sparekey.bootstrap.email", "", "… that person's mail address."),
  BOOTSTRAP_PASSWORD_FILE(
      "sparekey.bootstrap.password-file",
      "",
      "… a file with nothing but the first password. The factor is bound at the first sign-in; then"
          + " change the password and delete the file.");

  /** What all names begin with. */
  public static final String PREFIX = "sparekey.";

  private final String key;
  private final String defaultText;
  private final String comment;

  ConfigurationKey(String key, String defaultText, String comment) {
    this.key = key;
    this.defaultText = defaultText;
    this.comment = comment;
  }

  /** The name of the property. */
  public String key() {
    return key;
  }

  /** What holds when it is not set; "" when nothing does or the comment says. */
  public String defaultText() {
    return defaultText;
  }

  /** What it means, as Markdown. */
  public String comment() {
    return comment;
  }

  static Optional<ConfigurationKey> of(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
