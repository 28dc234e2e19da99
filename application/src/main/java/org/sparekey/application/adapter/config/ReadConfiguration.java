package org.sparekey.application.adapter.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import inet.ipaddr.AddressStringException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sparekey.domain.account.SessionLimits;
import org.sparekey.domain.challenge.ConversionRule;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.Secret;

/** Turns texts into a {@link Configuration}, or says everything that is wrong with them. */
final class ReadConfiguration {

  private static final URI DEVELOPER_BASE_URL = URI.create("http://localhost:8080/");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final SessionLimits LONGEST_FOR_STAFF =
      new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(12));
  private static final int LONGEST_SMPP_PASSWORD = 8;
  private static final Duration LONGEST_COOL_OFF = Duration.ofDays(365);

  /** A name of at least two labels: {@code *.com} would be everybody. */
  private static final Pattern PUSH_HOST =
      Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]*");

  private final Function<String, Optional<String>> source;
  private final List<String> problems = new ArrayList<>();

  private ReadConfiguration(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /**
   * Reads all keys.
   *
   * @param source the text of a property, if it is set
   * @param names the names of all properties that are set; one that begins with {@code sparekey.}
   *     and is none of ours is a slip of the pen, and refused
   * @throws ConfigurationException with everything that is wrong
   */
  static Configuration from(Function<String, Optional<String>> source, Iterable<String> names) {
    ReadConfiguration reading = new ReadConfiguration(source);
    for (String name : names) {
      if (name.startsWith(ConfigurationKey.PREFIX) && ConfigurationKey.of(name).isEmpty()) {
        reading.problems.add("There is no key " + name + "; look for a slip of the pen.");
      }
    }
    Configuration configuration = reading.read();
    if (!reading.problems.isEmpty()) {
      throw new ConfigurationException(reading.problems);
    }
    return configuration;
  }

  private Configuration read() {
    Profile profile =
        choice(
            ConfigurationKey.PROFILE,
            Map.of("production", Profile.PRODUCTION, "developer", Profile.DEVELOPER),
            Profile.PRODUCTION);
    boolean developer = profile == Profile.DEVELOPER;
    boolean test = flag(ConfigurationKey.TEST);
    boolean benchmark = flag(ConfigurationKey.BENCHMARK);
    boolean movable = flag(ConfigurationKey.CLOCK_MOVABLE);
    if (!developer) {
      refuse(test, ConfigurationKey.TEST, "is not for production; remove it");
      refuse(benchmark, ConfigurationKey.BENCHMARK, "is not for production; remove it");
      refuse(movable, ConfigurationKey.CLOCK_MOVABLE, "is not for production; remove it");
    }
    Path data = path(text(ConfigurationKey.DATA_DIRECTORY).orElseThrow());
    Optional<String> databaseUrl = text(ConfigurationKey.DATABASE_URL);
    boolean embedded = databaseUrl.map(ReadConfiguration::embedded).orElse(true);
    refuse(
        developer && !test && !embedded,
        ConfigurationKey.DATABASE_URL,
        "names a database that others may use, and the developer profile writes demo data into it;"
            + " take the production profile, or set sparekey.test=true for an automatic test");
    URI base = baseUrl(developer);
    return new Configuration(
        profile,
        test,
        base,
        proxies(),
        text(ConfigurationKey.SITE_NAME).orElseThrow(),
        data,
        text(ConfigurationKey.KEYS_FILE)
            .map(ReadConfiguration::path)
            .orElseGet(() -> data.resolve("keys.properties")),
        databaseUrl,
        hashing(developer && benchmark),
        limits(ConfigurationKey.SESSION_OWNER_IDLE, ConfigurationKey.SESSION_OWNER_ABSOLUTE),
        staffLimits(),
        duration(ConfigurationKey.CONTACT_COOL_OFF, Duration.ZERO, LONGEST_COOL_OFF),
        duration(
            ConfigurationKey.MAILED_CODE_VALIDITY,
            Duration.ofMinutes(1),
            IssuedCode.LONGEST_BY_MAIL),
        reminderEvery(),
        smtp(developer),
        telephony(base),
        okta(),
        number(ConfigurationKey.REQUESTS_BY_SOURCE, 1, 10_000_000),
        pushHosts(),
        developer && movable,
        duration(ConfigurationKey.DEMO_HOLD, Duration.ofSeconds(1), Duration.ofDays(1)),
        number(ConfigurationKey.BENCHMARK_CROWD, 0, benchmark ? 1_000_000 : 0),
        bootstrap(developer));
  }

  /** More often is a nuisance; more seldom, and it may as well be off. */
  private Duration reminderEvery() {
    return text(ConfigurationKey.REMINDER_EVERY).filter("0"::equals).isPresent()
        ? Duration.ZERO
        : duration(ConfigurationKey.REMINDER_EVERY, Duration.ofDays(7), Duration.ofDays(1_000));
  }

  private URI baseUrl(boolean developer) {
    Optional<String> text = text(ConfigurationKey.BASE_URL);
    if (text.isEmpty()) {
      refuse(
          !developer,
          ConfigurationKey.BASE_URL,
          "is missing; set it to the address that people type, https://…");
      return DEVELOPER_BASE_URL;
    }
    try {
      URI url = new URI(text.get().endsWith("/") ? text.get() : text.get() + "/");
      String scheme = Optional.ofNullable(url.getScheme()).orElse("");
      String host = Optional.ofNullable(url.getHost()).orElse("");
      boolean plain =
          !host.isEmpty()
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && url.getRawUserInfo() == null
              && "/".equals(url.getRawPath())
              && Set.of("http", "https").contains(scheme);
      refuse(
          !plain,
          ConfigurationKey.BASE_URL,
          "must be scheme and host, with a port if need be, and nothing more: https://id.example/");
      refuse(
          plain && !developer && !"https".equals(scheme),
          ConfigurationKey.BASE_URL,
          "must begin with https:// in production");
      refuse(
          plain && developer && !LOOPBACK.contains(host),
          ConfigurationKey.BASE_URL,
          "is public, and the developer profile shows every mail to everybody; use localhost, or"
              + " the production profile");
      return url;
    } catch (URISyntaxException e) {
      refuse(true, ConfigurationKey.BASE_URL, "is no address: " + e.getMessage());
      return DEVELOPER_BASE_URL;
    }
  }

  private TrustedProxies proxies() {
    try {
      return TrustedProxies.of(text(ConfigurationKey.PROXIES).orElse(""));
    } catch (AddressStringException e) {
      refuse(
          true,
          ConfigurationKey.PROXIES,
          "must be addresses or networks with commas between, such as 10.0.0.7, 10.1.0.0/24: "
              + e.getMessage());
      return TrustedProxies.NONE;
    }
  }

  private PasswordHashing hashing(boolean tokenAllowed) {
    boolean token =
        choice(ConfigurationKey.PASSWORD_HASH, Map.of("argon2id", false, "token", true), false);
    refuse(
        token && !tokenAllowed,
        ConfigurationKey.PASSWORD_HASH,
        "is token, which protects nothing; only a benchmark may use it, with"
            + " sparekey.profile=developer and sparekey.benchmark=true");
    try {
      return new PasswordHashing(
          token,
          number(ConfigurationKey.ARGON2_MEMORY),
          number(ConfigurationKey.ARGON2_ITERATIONS),
          number(ConfigurationKey.ARGON2_PARALLELISM));
    } catch (IllegalArgumentException e) {
      refuse(true, ConfigurationKey.ARGON2_MEMORY, "and its neighbours: " + e.getMessage());
      return PasswordHashing.RECOMMENDED;
    }
  }

  private SessionLimits staffLimits() {
    SessionLimits limits =
        limits(ConfigurationKey.SESSION_STAFF_IDLE, ConfigurationKey.SESSION_STAFF_ABSOLUTE);
    refuse(
        limits.idle().compareTo(LONGEST_FOR_STAFF.idle()) > 0,
        ConfigurationKey.SESSION_STAFF_IDLE,
        "must be at most PT15M");
    refuse(
        limits.absolute().compareTo(LONGEST_FOR_STAFF.absolute()) > 0,
        ConfigurationKey.SESSION_STAFF_ABSOLUTE,
        "must be at most PT12H");
    return limits;
  }

  private SessionLimits limits(ConfigurationKey idle, ConfigurationKey absolute) {
    Duration least = Duration.ofMinutes(1);
    return new SessionLimits(
        duration(idle, least, Duration.ofHours(1)),
        duration(absolute, least, Duration.ofHours(24)));
  }

  private Optional<SmtpSettings> smtp(boolean developer) {
    Optional<String> host = text(ConfigurationKey.SMTP_HOST);
    Optional<String> from = text(ConfigurationKey.MAIL_FROM);
    if (host.isEmpty()) {
      refuse(
          !developer,
          ConfigurationKey.SMTP_HOST,
          "is missing; without mail nobody hears of a recovery. Name your mail server");
      return Optional.empty();
    }
    refuse(from.isEmpty(), ConfigurationKey.MAIL_FROM, "is missing; mails need a sender");
    int port = number(ConfigurationKey.SMTP_PORT, 1, 65_535);
    SmtpSettings.Security security =
        choice(
            ConfigurationKey.SMTP_SECURITY,
            Map.of(
                "starttls",
                SmtpSettings.Security.STARTTLS,
                "tls",
                SmtpSettings.Security.TLS,
                "none",
                SmtpSettings.Security.NONE),
            SmtpSettings.Security.STARTTLS);
    refuse(
        security == SmtpSettings.Security.NONE && !LOOPBACK.contains(host.get()),
        ConfigurationKey.SMTP_SECURITY,
        "is none, and codes would cross the network in plain text; use starttls or tls");
    Optional<String> user = text(ConfigurationKey.SMTP_USER);
    Optional<Secret> password =
        text(ConfigurationKey.SMTP_PASSWORD_FILE)
            .map(ReadConfiguration::path)
            .flatMap(file -> line(ConfigurationKey.SMTP_PASSWORD_FILE, file));
    refuse(
        user.isPresent() != password.isPresent(),
        ConfigurationKey.SMTP_USER,
        "and sparekey.mail.smtp.password-file go together; set both or none");
    return Optional.of(
        new SmtpSettings(
            host.get(),
            port,
            security,
            user.flatMap(name -> password.map(word -> new SmtpSettings.Login(name, word))),
            from.orElse("")));
  }

  private List<String> pushHosts() {
    String text = text(ConfigurationKey.PUSH_HOSTS).orElseThrow().toLowerCase(Locale.ROOT);
    if ("none".equals(text)) {
      return List.of();
    }
    List<String> hosts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    refuse(
        !hosts.stream().allMatch(host -> PUSH_HOST.matcher(host).matches()),
        ConfigurationKey.PUSH_HOSTS,
        "is "
            + text
            + "; it must be names of hosts with commas between them, such as"
            + " fcm.googleapis.com,*.push.apple.com, or none");
    return hosts;
  }

  private Optional<OktaSettings> okta() {
    Optional<String> address = text(ConfigurationKey.OKTA_URL);
    Optional<Secret> token =
        text(ConfigurationKey.OKTA_TOKEN_FILE)
            .flatMap(file -> secretIn(ConfigurationKey.OKTA_TOKEN_FILE));
    refuse(
        address.isPresent() != token.isPresent(),
        ConfigurationKey.OKTA_URL,
        "and sparekey.okta.token-file go together; set both or none");
    return address
        .flatMap(this::okta)
        .flatMap(uri -> token.map(secret -> new OktaSettings(uri, secret)));
  }

  private Optional<URI> okta(String address) {
    try {
      URI uri =
          new URI(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
      boolean bare =
          uri.getHost() != null
              && String.valueOf(uri.getRawPath()).isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawUserInfo() == null;
      boolean safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
      refuse(
          !bare || !safe,
          ConfigurationKey.OKTA_URL,
          "must be scheme and host, and begin with https://; the token would cross the network in"
              + " plain text");
      return bare && safe ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      refuse(true, ConfigurationKey.OKTA_URL, "is no address: " + e.getMessage());
      return Optional.empty();
    }
  }

  private TelephonySettings telephony(URI base) {
    List<TelephonySettings.Provider> order = providers();
    Set<String> countries = list(ConfigurationKey.TELEPHONY_COUNTRIES);
    Set<String> unknown = new TreeSet<>(countries);
    unknown.removeAll(Set.of(Locale.getISOCountries()));
    refuse(
        !unknown.isEmpty(),
        ConfigurationKey.TELEPHONY_COUNTRIES,
        "holds " + String.join(", ", unknown) + ", which is no country of ISO 3166-1 alpha-2");
    refuse(
        countries.isEmpty() && !order.isEmpty(),
        ConfigurationKey.TELEPHONY_COUNTRIES,
        "is missing; name the countries in which your people have their phones");
    return new TelephonySettings(
        order,
        order.contains(TelephonySettings.Provider.TWILIO) ? twilio(base) : Optional.empty(),
        order.contains(TelephonySettings.Provider.SMPP) ? smpp() : Optional.empty(),
        countries,
        number(ConfigurationKey.TELEPHONY_BY_ACCOUNT, 1, 1_000),
        number(ConfigurationKey.TELEPHONY_BY_PREFIX, 1, 1_000_000),
        number(ConfigurationKey.TELEPHONY_ALTOGETHER, 1, 100_000_000),
        new ConversionRule(
            Math.max(1, number(ConfigurationKey.TELEPHONY_BREAKER_CODES, 1, 1_000_000)),
            Math.min(
                100, Math.max(0, number(ConfigurationKey.TELEPHONY_BREAKER_PERCENT, 0, 100)))));
  }

  private List<TelephonySettings.Provider> providers() {
    List<TelephonySettings.Provider> order = new ArrayList<>();
    for (String name : list(ConfigurationKey.TELEPHONY_PROVIDERS)) {
      Arrays.stream(TelephonySettings.Provider.values())
          .filter(provider -> provider.code().equals(name))
          .findFirst()
          .ifPresentOrElse(
              order::add,
              () ->
                  refuse(
                      true,
                      ConfigurationKey.TELEPHONY_PROVIDERS,
                      "holds " + name + "; it must be twilio, smpp, or both"));
    }
    return order;
  }

  private Optional<TwilioSettings> twilio(URI base) {
    String api = text(ConfigurationKey.TWILIO_URL).orElseThrow();
    URI uri = URI.create(ConfigurationKey.TWILIO_URL.defaultText());
    try {
      uri = new URI(api.endsWith("/") ? api.substring(0, api.length() - 1) : api);
      String host = uri.getHost();
      refuse(
          host == null
              || !("https".equals(uri.getScheme())
                  || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host))),
          ConfigurationKey.TWILIO_URL,
          "must begin with https://; codes would cross the network in plain text");
    } catch (URISyntaxException e) {
      refuse(true, ConfigurationKey.TWILIO_URL, "is no address: " + e.getMessage());
    }
    Optional<String> account = needed(ConfigurationKey.TWILIO_ACCOUNT, "[A-Za-z0-9_-]{2,64}");
    Optional<Secret> token = secretIn(ConfigurationKey.TWILIO_TOKEN_FILE);
    Optional<String> from =
        needed(
            ConfigurationKey.TWILIO_FROM, "\\+[0-9]{7,15}|MG[A-Za-z0-9]{10,40}|[A-Za-z0-9 ]{1,11}");
    Optional<String> caller = text(ConfigurationKey.TWILIO_CALLER);
    refuse(
        caller.filter(number -> !number.matches("\\+[0-9]{7,15}")).isPresent(),
        ConfigurationKey.TWILIO_CALLER,
        "is no number in international form, +49…");
    boolean local = LOOPBACK.contains(String.valueOf(uri.getHost()));
    Optional<URI> reports =
        Optional.of(base)
            .filter(ours -> local || "https".equals(ours.getScheme()))
            .map(ours -> ours.resolve("/api/v1/telephony/twilio/"));
    if (account.isEmpty() || token.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TwilioSettings(uri, account.get(), token.get(), from.get(), caller, reports));
  }

  private Optional<SmppSettings> smpp() {
    Optional<String> host = needed(ConfigurationKey.SMPP_HOST, "\\S+");
    boolean tls = choice(ConfigurationKey.SMPP_SECURITY, Map.of("tls", true, "none", false), true);
    refuse(
        !tls && host.filter(name -> !LOOPBACK.contains(name)).isPresent(),
        ConfigurationKey.SMPP_SECURITY,
        "is none, and codes would cross the network in plain text; use tls, or a tunnel that ends"
            + " on this machine");
    int port = number(ConfigurationKey.SMPP_PORT, 1, 65_535);
    Optional<String> systemId = needed(ConfigurationKey.SMPP_SYSTEM_ID, "\\p{ASCII}{1,15}");
    Optional<Secret> password = secretIn(ConfigurationKey.SMPP_PASSWORD_FILE);
    refuse(
        password.filter(word -> word.length() > LONGEST_SMPP_PASSWORD).isPresent(),
        ConfigurationKey.SMPP_PASSWORD_FILE,
        "holds more than 8 characters, which SMPP 3.4 cannot carry");
    Optional<String> from =
        needed(ConfigurationKey.SMPP_FROM, "\\+?[0-9]{3,15}|[A-Za-z0-9 ]{1,11}");
    if (host.isEmpty() || systemId.isEmpty() || password.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SmppSettings(
            host.get(),
            port,
            tls,
            systemId.get(),
            password.get(),
            text(ConfigurationKey.SMPP_SYSTEM_TYPE).orElse(""),
            from.get()));
  }

  /** In the order in which they are written. */
  private Set<String> list(ConfigurationKey key) {
    return text(key).stream()
        .flatMap(all -> Arrays.stream(all.split(",")))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<String> needed(ConfigurationKey key, String form) {
    Optional<String> found = text(key);
    refuse(found.isEmpty(), key, "is missing");
    refuse(
        found.filter(text -> !text.matches(form)).isPresent(),
        key,
        "is " + found.orElse("") + ", which cannot be right");
    return found;
  }

  private Optional<Secret> secretIn(ConfigurationKey key) {
    Optional<String> file = text(key);
    refuse(file.isEmpty(), key, "is missing");
    Optional<Secret> secret = file.map(ReadConfiguration::path).flatMap(path -> line(key, path));
    refuse(secret.filter(word -> word.length() == 0).isPresent(), key, "names an empty file");
    return secret;
  }

  private Optional<Secret> line(ConfigurationKey key, Path file) {
    try {
      return Optional.of(Secret.ofText(Files.readString(file, UTF_8).strip()));
    } catch (IOException e) {
      refuse(true, key, "names a file that cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Bootstrap> bootstrap(boolean developer) {
    List<ConfigurationKey> keys =
        List.of(
            ConfigurationKey.BOOTSTRAP_ORGANISATION,
            ConfigurationKey.BOOTSTRAP_SIGN_IN_NAME,
            ConfigurationKey.BOOTSTRAP_DISPLAY_NAME,
            ConfigurationKey.BOOTSTRAP_EMAIL,
            ConfigurationKey.BOOTSTRAP_PASSWORD_FILE);
    List<ConfigurationKey> missing = keys.stream().filter(key -> text(key).isEmpty()).toList();
    if (missing.size() == keys.size()) {
      return Optional.empty();
    }
    refuse(
        developer,
        ConfigurationKey.BOOTSTRAP_ORGANISATION,
        "and its neighbours are for production; the developer profile has demo data");
    if (!missing.isEmpty()) {
      problems.add(
          "The bootstrap keys go together; missing: "
              + missing.stream().map(ConfigurationKey::key).collect(Collectors.joining(", "))
              + ".");
      return Optional.empty();
    }
    return Optional.of(
        new Bootstrap(
            text(ConfigurationKey.BOOTSTRAP_ORGANISATION).orElseThrow(),
            text(ConfigurationKey.BOOTSTRAP_SIGN_IN_NAME).orElseThrow(),
            text(ConfigurationKey.BOOTSTRAP_DISPLAY_NAME).orElseThrow(),
            text(ConfigurationKey.BOOTSTRAP_EMAIL).orElseThrow(),
            path(text(ConfigurationKey.BOOTSTRAP_PASSWORD_FILE).orElseThrow())));
  }

  private static boolean embedded(String url) {
    return url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:h2:mem:");
  }

  private static Path path(String text) {
    String home = System.getProperty("user.home", "");
    String full = text.startsWith("~/") ? home + text.substring(1) : text;
    return Path.of(full).toAbsolutePath().normalize();
  }

  private Optional<String> text(ConfigurationKey key) {
    return source
        .apply(key.key())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .or(() -> Optional.of(key.defaultText()).filter(text -> !text.isEmpty()));
  }

  private boolean flag(ConfigurationKey key) {
    return choice(key, Map.of("true", true, "false", false), false);
  }

  private <T> T choice(ConfigurationKey key, Map<String, T> choices, T otherwise) {
    String text = text(key).orElseThrow();
    T chosen = choices.get(text);
    refuse(
        chosen == null,
        key,
        "is "
            + text
            + "; it must be one of "
            + choices.keySet().stream().sorted().collect(Collectors.joining(", ")));
    return chosen == null ? otherwise : chosen;
  }

  private int number(ConfigurationKey key, int least, int most) {
    int number = number(key);
    refuse(
        number < least || number > most,
        key,
        "is " + number + "; it must be " + least + " to " + most);
    return number;
  }

  private int number(ConfigurationKey key) {
    String text = text(key).orElseThrow();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      refuse(true, key, "is " + text + "; it must be a whole number");
      return Integer.parseInt(key.defaultText());
    }
  }

  private Duration duration(ConfigurationKey key, Duration least, Duration most) {
    String text = text(key).orElseThrow();
    Duration otherwise = Duration.parse(key.defaultText());
    try {
      Duration duration = Duration.parse(text);
      boolean fits = duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
      refuse(!fits, key, "is " + text + "; it must be " + least + " to " + most);
      return fits ? duration : otherwise;
    } catch (DateTimeParseException e) {
      refuse(true, key, "is " + text + "; it must be a duration such as PT15M or P7D");
      return otherwise;
    }
  }

  private void refuse(boolean condition, ConfigurationKey key, String why) {
    if (condition) {
      problems.add(key.key() + " " + why + ".");
    }
  }
}
