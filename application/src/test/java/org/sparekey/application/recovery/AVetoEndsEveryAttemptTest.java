package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** A thief tries twice: who says "this is not me" once has said it of all attempts. */
class AVetoEndsEveryAttemptTest {

  private static final String ADA = "ada@example.org";
  private static final RecoveryAnswer ENDED = RecoveryAnswer.refused(RecoveryRefusal.ENDED);

  private final RecoveryHouse house = RecoveryHouse.with("quick");

  @Test
  void noBrowserStandsInForAFactorAfterAVeto() {
    house.knownBrowser(house.ada);
    KnownBrowser browser = house.memory.browsers.ofAccount(house.ada.id()).get(0);
    house.memory.browsers.remember(browser.id(), browser.tokenHash(), house.now());
    Secret token = house.begun("ada@example.org");
    house.password(token, RecoveryHouse.PASSWORD);

    house.vetoOwn.veto(
        house.session(house.ada, Session.Level.FULL), house.id(token), RecoveryHouse.HOME);

    assertThat(house.memory.browsers.ofAccount(house.ada.id()))
        .singleElement()
        .matches(known -> known.rememberedAt().isEmpty());
  }

  @Test
  void aReadyOneDoesNotCompleteAfterAnotherWasVetoed() {
    Secret other = house.readyToComplete();
    FactorId bound = house.waiting(other);
    house.proved();
    Secret link = house.linkMailedTo(ADA, "recovery-ready");

    house.veto.veto(link, HOME);

    assertThat(house.recovery(other).status()).isEqualTo(RecoveryStatus.VETOED);
    assertThat(
            house.complete.complete(other, bound, "Mine", house.totpCode(house.phone.id()), HOME))
        .isEqualTo(ENDED);
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
    assertThat(house.memory.outbox.messages("recovery-vetoed")).hasSize(2);
  }

  @Test
  void aProofGivenBeforeTheVetoDoesNotCountAfterIt() {
    Secret other = house.begun(ADA);
    house.password(other, PASSWORD);
    house.proved();

    house.veto.veto(house.linkMailedTo(ADA, "recovery-ready"), HOME);

    assertThat(house.recovery(other).status()).isEqualTo(RecoveryStatus.VETOED);
    assertThat(house.sendCode.send(other, HOME)).isEqualTo(ENDED);
  }

  @Test
  void aContestEndsWhatWasProvedAfterTheReset() {
    Secret token = house.readyToComplete();
    house.completed(token);
    Secret link = house.linkMailedTo(ADA, "recovery-completed");
    Secret again = house.proved();

    house.veto.veto(link, HOME);

    assertThat(house.recovery(again).status()).isEqualTo(RecoveryStatus.VETOED);
    assertThat(house.memory.audit.codes()).contains(AuditCode.RECOVERY_CONTESTED);
    assertThat(house.memory.factors.ofAccount(house.ada.id()))
        .as("nor does it help to report the new factor lost")
        .noneMatch(factor -> factor.status() == FactorStatus.ACTIVE);
  }

  @Test
  void row29ALostFactorStopsNothingByStoppingItsOwnAttempt() {
    SessionView thief = house.session(house.ada, Session.Level.FULL);
    house.memory.clock.advance(Duration.ofSeconds(1));
    Secret owners = house.proved();
    Secret thiefs = house.begun(ADA);

    assertThat(house.vetoOwn.veto(thief, house.id(thiefs), HOME))
        .isEqualTo(new RecoveryAnswer.Done(RecoveryStatus.VETOED));

    assertThat(house.recovery(owners).status()).isEqualTo(RecoveryStatus.READY);
  }

  @Test
  void whoContestsWhileSignedInIsTheOneWhoEndedTheSessions() {
    Secret token = house.readyToComplete();
    house.completed(token);
    house.memory.clock.advance(Duration.ofSeconds(1));
    SessionView owner = house.session(house.ada, Session.Level.FULL);

    house.vetoOwn.veto(owner, house.id(token), HOME);

    assertThat(house.memory.audit.entries())
        .filteredOn(entry -> entry.what().code() == AuditCode.SESSION_REVOKED)
        .last()
        .satisfies(
            entry -> assertThat(entry.what().actor()).isEqualTo(Actor.owner(house.ada.id())));
  }

  @Test
  void anyNumberOfStrangersEndByOneStatementAndOneEntry() {
    for (int i = 0; i < RateLimit.REQUESTS_BY_SOURCE.capacity() - 5; i++) {
      house.begun(ADA);
    }
    house.completed(house.readyToComplete());

    assertThat(house.memory.recoveries.ofAccount(house.ada.id(), 1_000))
        .extracting(recovery -> recovery.status())
        .containsOnly(RecoveryStatus.CANCELLED, RecoveryStatus.COMPLETED);
    assertThat(house.memory.audit.entries())
        .filteredOn(entry -> entry.what().code() == AuditCode.RECOVERY_CANCELLED)
        .singleElement()
        .satisfies(entry -> assertThat(entry.what().detail()).contains("unproved 25"));
  }

  @Test
  void whatIsLostIsInUseAgainWhenTheLastAttemptHasEnded() {
    house.proved();
    Secret other = house.begun(ADA);
    house.password(other, PASSWORD);
    house.sayWhatIsLost.say(other, false, Set.of(house.phone.id()), HOME);
    house.mailedCode(other, ADA);
    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.SUSPENDED);

    house.veto.veto(house.linkMailedTo(ADA, "recovery-ready"), HOME);

    assertThat(house.factor(house.phone.id()).status()).isEqualTo(FactorStatus.ACTIVE);
  }
}
