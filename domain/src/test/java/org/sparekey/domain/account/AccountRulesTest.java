package org.sparekey.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.SessionId;

/** Names, sessions, contact points, probation. */
class AccountRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final SessionLimits LIMITS =
      new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12));

  @ParameterizedTest
  @CsvSource({"Ada, ada", "' ada ', ada", "ＡＤＡ, ada", "ADA@Example.org, ada@example.org"})
  void aSignInNameHasOneForm(String typed, String name) {
    assertThat(SignInName.parse(typed).map(SignInName::value)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "ada lovelace", "ada\u0000", "a\nb"})
  void whatIsNobodysNameIsNone(String typed) {
    assertThat(SignInName.parse(typed)).isEmpty();
  }

  @Test
  void anAbsurdlyLongNameIsNone() {
    assertThat(SignInName.parse("a".repeat(254))).isPresent();
    assertThat(SignInName.parse("a".repeat(255))).isEmpty();
    assertThat(SignInName.parse("a".repeat(10_000_000))).isEmpty();
  }

  @Test
  void limitsBeyondAal2AreRefused() {
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(() -> new SessionLimits(hour.plusSeconds(1), hour))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SessionLimits(hour, Duration.ofHours(25)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SessionLimits(Duration.ZERO, hour))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFullSessionLivesUntilItIsIdleOldOrEnded() {
    Session full = session(Session.Level.PASSWORD).full("new", Optional.empty(), NOW);

    assertThat(full.alive(NOW.plus(Duration.ofMinutes(29)), LIMITS)).isTrue();
    assertThat(full.alive(NOW.plus(Duration.ofMinutes(30)), LIMITS)).isFalse();
    Instant late = NOW.plus(Duration.ofHours(11).plusMinutes(59));
    assertThat(full.seen(late).alive(late, LIMITS)).isTrue();
    assertThat(full.seen(late).alive(NOW.plus(Duration.ofHours(12)), LIMITS)).isFalse();
    assertThat(full.ended(NOW).alive(NOW, LIMITS)).isFalse();
  }

  @Test
  void aHalfSessionHasAQuarterOfAnHour() {
    Session half = session(Session.Level.PASSWORD);
    Instant end = NOW.plus(Session.TIME_TO_ANSWER);

    assertThat(half.seen(end).alive(end.minusSeconds(1), LIMITS)).isTrue();
    assertThat(half.seen(end).alive(end, LIMITS)).isFalse();
  }

  @Test
  void eachLevelHasAnotherToken() {
    Session half = session(Session.Level.PASSWORD);
    Session full = half.full("b", Optional.of(new BrowserId(new UUID(0, 9))), NOW);
    Session confirmed = full.confirmed("c", NOW.plusSeconds(60));

    assertThat(half.tokenHash()).isEqualTo("a");
    assertThat(full.tokenHash()).isEqualTo("b");
    assertThat(confirmed.tokenHash()).isEqualTo("c");
    assertThat(confirmed.startedAt()).isEqualTo(full.startedAt());
    assertThat(confirmed.browser()).isEqualTo(full.browser());
  }

  @Test
  void aConfirmationGrowsOld() {
    Session full = session(Session.Level.PASSWORD).full("b", Optional.empty(), NOW);
    Duration tenMinutes = Duration.ofMinutes(10);

    assertThat(session(Session.Level.PASSWORD).confirmedWithin(tenMinutes, NOW)).isFalse();
    assertThat(full.confirmedWithin(tenMinutes, NOW.plus(tenMinutes).minusSeconds(1))).isTrue();
    assertThat(full.confirmedWithin(tenMinutes, NOW.plus(tenMinutes))).isFalse();
  }

  @Test
  void aNewContactPointCoolsOffAndARemovedOneStillHears() {
    ContactPoint added =
        new ContactPoint(
            new ContactPointId(new UUID(0, 1)),
            new AccountId(new UUID(0, 2)),
            ContactPoint.Kind.EMAIL,
            "ada@example.org",
            NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    ContactPoint confirmed = added.confirmed(NOW, Duration.ofDays(7));
    ContactPoint removed = confirmed.removed(NOW);

    assertThat(added.active() || added.hearsNotices(NOW) || added.usableForRecovery(NOW)).isFalse();
    assertThat(confirmed.hearsNotices(NOW)).isTrue();
    assertThat(confirmed.usableForRecovery(NOW.plus(Duration.ofDays(7)).minusSeconds(1))).isFalse();
    assertThat(confirmed.usableForRecovery(NOW.plus(Duration.ofDays(7)))).isTrue();
    assertThat(removed.usableForRecovery(NOW.plus(Duration.ofDays(8)))).isFalse();
    assertThat(removed.hearsNotices(NOW.plus(Duration.ofDays(29)))).isTrue();
    assertThat(removed.hearsNotices(NOW.plus(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void probationEnds() {
    Account account =
        new Account(
            new AccountId(new UUID(0, 1)),
            new OrganisationId(new UUID(0, 2)),
            new SignInName("ada"),
            "Ada",
            Locale.ENGLISH,
            Set.of(),
            NOW,
            Optional.empty());
    Account restricted = account.withProbationUntil(NOW.plusSeconds(60));

    assertThat(account.onProbation(NOW)).isFalse();
    assertThat(restricted.onProbation(NOW.plusSeconds(59))).isTrue();
    assertThat(restricted.onProbation(NOW.plusSeconds(60))).isFalse();
    assertThat(restricted.withLanguage(Locale.GERMAN).probationUntil())
        .isEqualTo(restricted.probationUntil());
    assertThat(account.isStaff()).isFalse();
  }

  @Test
  void rolesAreSeparate() {
    assertThat(StaffRole.SUPPORT.mayReadAuditLog()).isFalse();
    assertThat(StaffRole.COMPLIANCE.mayReadAccounts()).isFalse();
    assertThat(StaffRole.ADMINISTRATOR.mayReadAccounts()).isTrue();
    assertThat(StaffRole.ADMINISTRATOR.mayReadAuditLog()).isTrue();
  }

  private static Session session(Session.Level level) {
    return new Session(
        new SessionId(new UUID(0, 1)),
        new AccountId(new UUID(0, 2)),
        level,
        "a",
        NOW,
        NOW,
        Optional.empty(),
        Optional.empty(),
        "203.0.113.7",
        "Firefox",
        Optional.empty());
  }
}
