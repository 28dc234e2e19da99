package org.sparekey.domain.recoverycontact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.RecoveryId;

class RecoveryContactLifeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration COOL_OFF = Duration.ofDays(7);
  private static final Duration MOMENT = Duration.ofNanos(1_000);

  private final RecoveryContact.Invited invited =
      RecoveryContact.Invited.now(
          new RecoveryContactDetails(
              new RecoveryContactId(new UUID(0, 1)),
              new AccountId(new UUID(0, 2)),
              new PersonName("Grace"),
              "grace@example.org",
              new PersonName("Ada"),
              Locale.ENGLISH,
              "first",
              NOW));

  @Test
  void nobodyVouchesWithoutHavingSaidYesNorBeforeTheCoolingOffIsOver() {
    RecoveryContact.Accepted accepted = invited.accept(NOW, COOL_OFF).orElseThrow();

    assertThat(invited.mayVouch(NOW.plus(COOL_OFF))).isFalse();
    assertThat(accepted.mayVouch(NOW)).isFalse();
    assertThat(accepted.mayVouch(NOW.plus(COOL_OFF).minus(MOMENT))).isFalse();
    assertThat(accepted.mayVouch(NOW.plus(COOL_OFF))).isTrue();
    assertThat(accepted.withdraw(NOW).mayVouch(NOW.plus(COOL_OFF))).isFalse();
    assertThat(accepted.remove(NOW).mayVouch(NOW.plus(COOL_OFF))).isFalse();
  }

  @Test
  void anInvitationIsGoodForTwoWeeks() {
    assertThat(invited.accept(invited.expiresAt().minus(MOMENT), COOL_OFF)).isPresent();
    assertThat(invited.accept(invited.expiresAt(), COOL_OFF)).isEmpty();
    assertThat(invited.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(14)));
  }

  @Test
  void whoIsInvitedAgainCoolsOffAgainAndHasAnotherLink() {
    Instant later = NOW.plus(Duration.ofDays(30));
    RecoveryContact.Declined withdrawn =
        invited.accept(NOW, COOL_OFF).orElseThrow().withdraw(later);
    RecoveryContact.Invited again = withdrawn.inviteAgain("second", later);

    assertThat(again.details().linkHash()).isEqualTo("second");
    assertThat(again.accept(later, COOL_OFF).orElseThrow().mayVouch(later)).isFalse();
  }

  @Test
  void onlyWhoIsAskedOrAgreedTakesAPlace() {
    RecoveryContact.Accepted accepted = invited.accept(NOW, COOL_OFF).orElseThrow();

    assertThat(invited.takesPlace()).isTrue();
    assertThat(accepted.takesPlace()).isTrue();
    assertThat(invited.decline(NOW).takesPlace()).isFalse();
    assertThat(accepted.remove(NOW).takesPlace()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "grace@example.org,     true",
    "Grace@Example.ORG,     true",
    "grace+home@example.org, true",
    "grace@example.net,     false",
    "g+race@example.org,    false",
    "+grace@example.org,    false",
  })
  void oneMailboxHasManySpellings(String other, boolean same) {
    assertThat(invited.details().sharesMailboxWith(other)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "a\u0000b"})
  void noNameHidesSomething(String typed) {
    assertThat(PersonName.parse(typed)).isEmpty();
    assertThat(PersonName.parse("x".repeat(PersonName.LONGEST + 1))).isEmpty();
    assertThat(PersonName.parse(" Zoë ")).contains(new PersonName("Zoë"));
  }

  @Test
  void aDoubtEndsWhatWasSaidAndACodeCountsOnce() {
    Vouching.Asked asked =
        new Vouching.Asked(
            new Vouching.Details(new RecoveryId(new UUID(0, 3)), invited.id(), "link", NOW));
    Vouching.Vouched vouched = asked.vouch("mac", NOW, NOW.plus(Vouching.LONGEST));

    assertThat(vouched.count(NOW).status()).isEqualTo(VouchingStatus.COUNTED);
    assertThat(vouched.count(NOW).doubt(NOW).status()).isEqualTo(VouchingStatus.DOUBTED);
    assertThat(vouched.askAgain("another", NOW).details().linkHash()).isEqualTo("another");
  }
}
