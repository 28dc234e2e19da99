package org.sparekey.application.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparekey.domain.shared.Secret;

/** A configuration that makes no sense does not start, and says what to do. */
class SparekeyRefusesNonsenseTest {

  private static final Map<String, String> PRODUCTION =
      Map.of(
          "sparekey.base.url", "https://id.example",
          "sparekey.mail.smtp.host", "mail.example",
          "sparekey.mail.from", "sparekey@id.example");

  private static final Map<String, String> DEVELOPER = Map.of("sparekey.profile", "developer");

  @TempDir Path directory;

  @Test
  void nothingButTheProfileIsEnoughForADeveloper() {
    Configuration configuration = read(DEVELOPER);

    assertThat(configuration.developer()).isTrue();
    assertThat(configuration.baseUrl()).isEqualTo(URI.create("http://localhost:8080/"));
    assertThat(configuration.smtp()).isEmpty();
    assertThat(configuration.hashing()).isEqualTo(PasswordHashing.RECOMMENDED);
    assertThat(configuration.keysFile())
        .isEqualTo(configuration.dataDirectory().resolve("keys.properties"));
  }

  @Test
  void productionIsWhatHoldsWhenNothingIsSaid() {
    Configuration configuration = read(PRODUCTION);

    assertThat(configuration.developer()).isFalse();
    assertThat(configuration.baseUrl()).isEqualTo(URI.create("https://id.example/"));
    assertThat(configuration.staffLimits().idle()).isEqualTo(Duration.ofMinutes(15));
    assertThat(configuration.staffLimits().absolute()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    assertThatThrownBy(() -> read(Map.of("sparekey.session.owner.idle", "soon")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sparekey.base.url is missing")
        .hasMessageContaining("sparekey.mail.smtp.host is missing")
        .hasMessageContaining("sparekey.session.owner.idle is soon")
        .hasMessageContaining("docs/configuration.md");
  }

  @ParameterizedTest
  @CsvSource({
    "sparekey.base.url, http://id.example, must begin with https",
    "sparekey.base.url, https://id.example/app, must be scheme and host",
    "sparekey.base.url, https://user@id.example/, must be scheme and host",
    "sparekey.base.url, ftp://id.example/, must be scheme and host",
    "sparekey.profile, staging, it must be one of",
    "sparekey.test, true, not for production",
    "sparekey.benchmark, true, not for production",
    "sparekey.clock.movable, true, not for production",
    "sparekey.benchmark.crowd, 10, it must be 0 to 0",
    "sparekey.password.hash, token, protects nothing",
    "sparekey.password.hash, md5, it must be one of",
    "sparekey.password.argon2.memory, 4096, Argon2id needs",
    "sparekey.password.argon2.iterations, 1, Argon2id needs",
    "sparekey.password.argon2.memory, much, whole number",
    "sparekey.session.owner.idle, PT2H, it must be",
    "sparekey.session.owner.absolute, PT48H, it must be",
    "sparekey.session.staff.idle, PT30M, at most PT15M",
    "sparekey.session.staff.absolute, PT24H, at most PT12H",
    "sparekey.recovery.mailed-code.validity, PT25H, it must be",
    "sparekey.contact.cool-off, -PT1H, it must be",
    "sparekey.reminder.every, P1D, it must be",
    "sparekey.reminder.every, 180d, it must be a duration",
    "sparekey.mail.smtp.port, 70000, it must be",
    "sparekey.mail.smtp.security, none, plain text",
    "sparekey.mail.smtp.user, postman, go together",
    "sparekey.bootstrap.organisation, Acme, go together",
    "sparekey.okta.url, https://acme.okta.com, go together",
    "sparekey.okta.url, http://acme.okta.com, must be scheme and host",
    "sparekey.okta.url, https://acme.okta.com/admin, must be scheme and host",
    "sparekey.proxies, proxy.example, must be addresses or networks",
    "sparekey.limits.requests-by-source, 0, it must be",
    "sparekey.push.hosts, *.com, names of hosts",
    "sparekey.push.hosts, https://push.example, names of hosts",
    "sparekey.push.hosts, 10.0.0.7, names of hosts",
    "sparekey.telephony.providers, pigeons, it must be twilio",
    "sparekey.telephony.providers, twilio, sparekey.telephony.countries is missing",
    "sparekey.telephony.providers, smpp, sparekey.telephony.smpp.host is missing",
    "sparekey.telephony.countries, 'DE,XX', no country",
    "sparekey.telephony.budget.account, 0, it must be",
    "sparekey.telephony.budget.prefix, many, whole number",
    "sparekey.telephony.breaker.percent, 101, it must be",
    "sparekey.sesion.owner.idle, PT5M, There is no key",
  })
  void productionRefuses(String key, String value, String why) {
    assertThatThrownBy(() -> read(PRODUCTION, key, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "sparekey.base.url, http://id.example:8080/, is public",
    "sparekey.base.url, https://192.0.2.1/, is public",
    "sparekey.database.url, jdbc:postgresql://db/sparekey, demo data",
    "sparekey.database.url, jdbc:h2:tcp://db/sparekey, demo data",
    "sparekey.password.hash, token, protects nothing",
    "sparekey.bootstrap.organisation, Acme, are for production",
  })
  void theDeveloperProfileRefuses(String key, String value, String why) {
    assertThatThrownBy(() -> read(DEVELOPER, key, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(why);
  }

  @Test
  void pushServicesAreNamedOrNone() {
    assertThat(read(PRODUCTION).pushHosts()).contains("fcm.googleapis.com", "*.push.apple.com");
    assertThat(read(PRODUCTION, "sparekey.push.hosts", "none").pushHosts()).isEmpty();
    assertThat(read(PRODUCTION, "sparekey.push.hosts", "Push.Example, *.push.example").pushHosts())
        .containsExactly("push.example", "*.push.example");
  }

  @Test
  void aTestMayTakeAnotherDatabase() {
    Map<String, String> properties = new HashMap<>(DEVELOPER);
    properties.put("sparekey.test", "true");

    assertThat(
            read(properties, "sparekey.database.url", "jdbc:postgresql://localhost/test")
                .databaseUrl())
        .contains("jdbc:postgresql://localhost/test");
  }

  @Test
  void aBenchmarkMayTakeTheTokenHash() {
    Map<String, String> properties = new HashMap<>(DEVELOPER);
    properties.put("sparekey.benchmark", "true");

    assertThat(read(properties, "sparekey.password.hash", "token").hashing().tokenOnly()).isTrue();
  }

  @Test
  void thePasswordOfTheMailServerComesFromAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("smtp"), "s3cret\n");
    Map<String, String> properties = new HashMap<>(PRODUCTION);
    properties.put("sparekey.mail.smtp.user", "postman");

    Configuration configuration =
        read(properties, "sparekey.mail.smtp.password-file", file.toString());

    assertThat(configuration.smtp().flatMap(SmtpSettings::login))
        .contains(new SmtpSettings.Login("postman", Secret.ofText("s3cret")));
    assertThat(configuration.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "sparekey.telephony.twilio.url, http://api.example, must begin with https",
    "sparekey.telephony.twilio.url, 'no address', is no address",
    "sparekey.telephony.twilio.account, AC/../x, cannot be right",
    "sparekey.telephony.twilio.token-file, /nowhere/token, cannot be read",
    "sparekey.telephony.twilio.from, Sparekey keeps keys, cannot be right",
    "sparekey.telephony.twilio.caller, 030 901820, international form",
    "sparekey.telephony.smpp.security, none, plain text",
    "sparekey.telephony.smpp.port, 0, it must be",
    "sparekey.telephony.smpp.system-id, sixteen-letters-, cannot be right",
    "sparekey.telephony.smpp.password-file, LONG, more than 8 characters",
  })
  void aProviderThatMakesNoSenseIsRefused(String key, String value, String why) throws IOException {
    Map<String, String> properties = withPhones();
    String file = directory.resolve("long").toString();
    Files.writeString(Path.of(file), "nine chars");

    assertThatThrownBy(() -> read(properties, key, value.replace("LONG", file)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void providersAreTriedInTheOrderInWhichTheyAreWritten() throws IOException {
    TelephonySettings phones = read(withPhones()).telephony();

    assertThat(phones.order())
        .containsExactly(TelephonySettings.Provider.SMPP, TelephonySettings.Provider.TWILIO);
    assertThat(phones.countries()).containsExactlyInAnyOrder("DE", "AT");
    assertThat(phones.twilio().orElseThrow().reports())
        .contains(URI.create("https://id.example/api/v1/telephony/twilio/"));
    assertThat(phones.toString()).doesNotContain("s3cret");
  }

  @Test
  void withoutAProviderThereAreNoPhones() {
    assertThat(read(PRODUCTION).telephony().order()).isEmpty();
  }

  private Map<String, String> withPhones() throws IOException {
    Path file = Files.writeString(directory.resolve("phones"), "s3cret\n");
    Map<String, String> properties = new HashMap<>(PRODUCTION);
    properties.put("sparekey.telephony.providers", "smpp, twilio");
    properties.put("sparekey.telephony.countries", "DE, AT");
    properties.put("sparekey.telephony.twilio.account", "AC0123456789");
    properties.put("sparekey.telephony.twilio.token-file", file.toString());
    properties.put("sparekey.telephony.twilio.from", "+4930901820");
    properties.put("sparekey.telephony.smpp.host", "smsc.example");
    properties.put("sparekey.telephony.smpp.system-id", "sparekey");
    properties.put("sparekey.telephony.smpp.password-file", file.toString());
    properties.put("sparekey.telephony.smpp.from", "Sparekey");
    return properties;
  }

  @Test
  void aLocalMailServerMayBePlain() {
    Map<String, String> properties = new HashMap<>(PRODUCTION);
    properties.put("sparekey.mail.smtp.host", "127.0.0.1");

    assertThat(
            read(properties, "sparekey.mail.smtp.security", "none")
                .smtp()
                .map(SmtpSettings::security))
        .contains(SmtpSettings.Security.NONE);
  }

  @Test
  void eachOfTheRecommendationsForArgon2idIsTaken() {
    assertThat(new PasswordHashing(false, 47_104, 1, 1).iterations()).isOne();
    assertThat(new PasswordHashing(false, 7_168, 5, 1).iterations()).isEqualTo(5);
    assertThatThrownBy(() -> new PasswordHashing(false, 7_168, 4, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PasswordHashing(false, 19_456, 2, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Configuration read(Map<String, String> properties) {
    return ReadConfiguration.from(
        key -> Optional.ofNullable(properties.get(key)), properties.keySet());
  }

  private static Configuration read(Map<String, String> properties, String key, String value) {
    Map<String, String> changed = new HashMap<>(properties);
    changed.put(key, value);
    return read(changed);
  }
}
