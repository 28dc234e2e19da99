package org.sparekey.application.adapter.handset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.delivery.AddHandsetKey;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.memory.SiteSettingsForTests;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.shared.Secret;

class JdbcHandsetTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456Z");

  private final JdbcDataSource database = new JdbcDataSource();
  private final Memory memory = new Memory();
  private final JdbcHandset handset = new JdbcHandset(database);

  @BeforeEach
  void makeTables() throws Exception {
    database.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table handset_mail (id uuid primary key, recipient varchar(254) not null,"
              + " subject varchar not null, body varchar not null,"
              + " received_at timestamp(6) with time zone not null)");
      statement.execute(
          "create table handset_totp (id uuid primary key, label varchar not null,"
              + " seed varchar not null)");
    }
  }

  @Test
  void theLatestMailComesFirst() {
    Handset.Mail first = mail(NOW);
    Handset.Mail second = mail(NOW.plusSeconds(1));
    handset.receive(first);
    handset.receive(second);

    assertThat(handset.mails(Optional.empty(), 10)).containsExactly(second, first);
    assertThat(handset.mails(Optional.of(second.id()), 10)).containsExactly(second);
  }

  @Test
  void oldMailsGo() {
    handset.receive(mail(NOW.minus(Duration.ofDays(31))));
    handset.receive(mail(NOW));

    assertThat(handset.mails(Optional.empty(), 10)).hasSize(1);
  }

  /** RFC 6238 appendix B: SHA-1, the last six of eight digits. */
  @Test
  void theAuthenticatorShowsTheCodesOfTheStandard() {
    Secret seed = Secret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    Handset.Key key = new Handset.Key(memory.ids.next(), "Ada", seed);
    handset.add(key);

    assertThat(handset.keys()).containsExactly(key);
    assertThat(handset.code(key, Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(handset.code(key, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
    handset.remove(key.id());
    assertThat(handset.keys()).isEmpty();
  }

  @Test
  void aKeyIsTakenAsItIsShownOrAsAnAddress() {
    AddHandsetKey add = new AddHandsetKey(handset, developer(true), memory.ids);
    String shown = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

    assertThat(add.add("Ada", shown)).isTrue();
    assertThat(
            add.add(
                "", "otpauth://totp/Site:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Site"))
        .isTrue();
    assertThat(handset.keys()).extracting(Handset.Key::label).containsExactly("Ada", "Site:ada");
    assertThat(handset.keys())
        .extracting(key -> handset.code(key, Instant.ofEpochSecond(59)))
        .containsOnly("287082");
    for (String nonsense : new String[] {"", "GEZD", "no key at all!", "otpauth://totp/x?y=%"}) {
      assertThat(add.add("Ada", nonsense)).as(nonsense).isFalse();
    }
  }

  @Test
  void outsideTheDeveloperProfileThereIsNoHandset() {
    assertThat(
            new AddHandsetKey(handset, developer(false), memory.ids)
                .add("Ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        .isFalse();
  }

  private static SiteSettings developer(boolean developer) {
    SiteSettingsForTests site = new SiteSettingsForTests();
    return new SiteSettingsForTests(
        site.baseUrl(),
        site.siteName(),
        developer,
        site.ownerLimits(),
        site.staffLimits(),
        site.contactCoolOff(),
        site.mailedCodeValidity(),
        site.reminderEvery());
  }

  private Handset.Mail mail(Instant at) {
    return new Handset.Mail(memory.ids.next(), "ada@example.org", "Subject", "Body", at);
  }
}
