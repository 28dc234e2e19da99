package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.RecoveryId;

@ParameterizedClass
@EnumSource
class RecoveryRepositoryContractTest {

  private final House house;
  private final Given given;
  private final Account account;

  RecoveryRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    account = given.account();
  }

  @Test
  void eachStateIsKeptAsItWas() {
    Recovery.Requested requested = given.recovery(account);
    FactorId lost = new FactorId(given.id());
    FactorId alsoLost = new FactorId(given.id());
    RecoveryDetails details =
        requested
            .details()
            .losing(Lost.some(Set.of(lost, alsoLost)))
            .codeSent(given.now().plusSeconds(1))
            .failedOnceMore()
            .until(given.now().plusSeconds(77));
    List<EvidenceGiven> proofs =
        List.of(
            new EvidenceGiven(
                EvidenceKind.PASSWORD,
                new Access(
                    Set.of(
                        Set.of(Channel.memory()),
                        Set.of(Channel.mailbox("a b,c:d\n%&"), Channel.device("Zoë's 📱")))),
                given.now()),
            new EvidenceGiven(
                EvidenceKind.MAILED_CODE,
                Access.anyOf(Channel.mailbox(given.id().toString())),
                given.now().plusNanos(1_000)));
    RiskAssessment risk = new RiskAssessment(Set.of(RiskReason.values()));
    Account staff = given.account();
    FactorId bound = given.pendingFactor(account).id();
    Instant at = given.now().plusSeconds(5);

    assertThat(find(requested.id())).contains(requested);
    for (Recovery next :
        List.of(
            new Recovery.Proving(details, proofs),
            new Recovery.Approving(details, proofs, risk, 2, Duration.ofHours(24), Set.of()),
            new Recovery.Approving(
                details, proofs, risk, 2, Duration.ofMillis(1_500), Set.of(staff.id())),
            new Recovery.Holding(details, proofs, risk, given.now(), at),
            new Recovery.Ready(details, proofs, new RiskAssessment(Set.of()), given.now(), at),
            new Recovery.Completed(details, proofs, risk, bound, at),
            new Recovery.Cancelled(details, proofs, at),
            new Recovery.Vetoed(details, proofs, at, VetoRoute.NOTICE_LINK),
            new Recovery.Vetoed(details, proofs, at, VetoRoute.SESSION),
            new Recovery.Denied(details, List.of(), at, staff.id()),
            new Recovery.Expired(details, proofs, at))) {
      house.transact(() -> house.recoveries().save(next));
      assertThat(find(requested.id())).contains(next);
    }
  }

  @Test
  void aKnownBrowserIsRemembered() {
    var browser = given.browser(account);
    RecoveryDetails details = given.details(Optional.of(account.id()));
    Recovery recovery =
        new Recovery.Requested(
            new RecoveryDetails(
                details.id(),
                details.account(),
                details.subject(),
                details.policy(),
                details.browserHash(),
                details.openedAt(),
                details.expiresAt(),
                Lost.everything(),
                details.codeSentAt(),
                3,
                Optional.of(browser.id())));
    house.transact(() -> house.recoveries().add(recovery));

    assertThat(find(recovery.id())).contains(recovery);
  }

  @Test
  void aDecoyIsKeptLikeAnyOtherAndBelongsToNobody() {
    Recovery decoy = new Recovery.Requested(given.details(Optional.empty()));
    house.transact(() -> house.recoveries().add(decoy));

    assertThat(find(decoy.id())).contains(decoy);
    assertThat(house.inTransaction(() -> house.recoveries().ofAccount(account.id(), 10))).isEmpty();
  }

  @Test
  void theBrowserThatStartedFindsIt() {
    Recovery recovery = given.recovery(account);

    assertThat(
            house.inTransaction(
                () -> house.recoveries().findByBrowserHash(recovery.details().browserHash())))
        .contains(recovery);
    assertThat(house.inTransaction(() -> house.recoveries().findByBrowserHash(given.hash())))
        .isEmpty();
  }

  @Test
  void allOfAnAccountComeLatestFirst() {
    Recovery first = given.recovery(account);
    house.clock().advance(Duration.ofSeconds(1));
    Recovery second = given.recovery(account);
    given.recovery(given.account());

    assertThat(house.inTransaction(() -> house.recoveries().ofAccount(account.id(), 10)))
        .containsExactly(second, first);
  }

  @Test
  void oneTransitionAtATime() {
    RecoveryId id = given.recovery(account).id();

    Race.of(
        12,
        () ->
            house.inTransaction(
                () -> {
                  Recovery.Requested recovery =
                      (Recovery.Requested) house.recoveries().findForUpdate(id).orElseThrow();
                  house.recoveries().save(recovery.with(recovery.details().failedOnceMore()));
                  return true;
                }));

    assertThat(find(id).orElseThrow().details().failedProofs()).isEqualTo(12);
  }

  @Test
  void whoLockedItSeesTheLatestStateEvenAfterALookWithoutTheLock() {
    Recovery.Requested recovery = given.recovery(account);
    RecoveryId id = recovery.id();

    Race.of(
        12,
        () ->
            house.inTransaction(
                () -> {
                  assertThat(house.recoveries().findByBrowserHash(recovery.details().browserHash()))
                      .isPresent();
                  Recovery.Requested locked =
                      (Recovery.Requested) house.recoveries().findForUpdate(id).orElseThrow();
                  house.recoveries().save(locked.with(locked.details().failedOnceMore()));
                  return true;
                }));

    assertThat(find(id).orElseThrow().details().failedProofs()).isEqualTo(12);
  }

  @Test
  void anUnknownOneCannotBeLocked() {
    assertThat(
            house.inTransaction(() -> house.recoveries().findForUpdate(new RecoveryId(given.id()))))
        .isEmpty();
  }

  @Test
  void overdueOnesAreThoseUnfinishedWhoseTimeIsOver() {
    Recovery.Requested open = given.recovery(account);
    Recovery.Requested over = given.recovery(account);
    Recovery.Requested cancelled = given.recovery(account);
    house.transact(
        () -> {
          house.recoveries().save(new Recovery.Requested(over.details().until(given.now())));
          house
              .recoveries()
              .save(
                  new Recovery.Requested(cancelled.details().until(given.now()))
                      .cancel(given.now()));
        });

    assertThat(house.inTransaction(() -> house.recoveries().overdue(given.now(), 10_000)))
        .contains(over.id())
        .doesNotContain(open.id(), cancelled.id());
    assertThat(house.inTransaction(() -> house.recoveries().overdue(given.now(), 1))).hasSize(1);
  }

  @Test
  void releasableOnesAreThoseWhoseHoldIsOver() {
    Recovery.Requested waiting = given.recovery(account);
    Recovery.Requested over = given.recovery(account);
    RiskAssessment risk = new RiskAssessment(Set.of());
    house.transact(
        () -> {
          house
              .recoveries()
              .save(
                  new Recovery.Holding(
                      waiting.details(),
                      List.of(),
                      risk,
                      given.now(),
                      given.now().plusNanos(1_000)));
          house
              .recoveries()
              .save(
                  new Recovery.Holding(over.details(), List.of(), risk, given.now(), given.now()));
        });

    assertThat(house.inTransaction(() -> house.recoveries().releasable(given.now(), 10_000)))
        .contains(over.id())
        .doesNotContain(waiting.id());
    assertThat(house.inTransaction(() -> house.recoveries().holding()))
        .contains(waiting.id(), over.id());
  }

  @Test
  void aVetoLinkIsFoundByItsHash() {
    Recovery recovery = given.recovery(account);
    var address = given.confirmed(account, "mail@example.org");
    VetoLink link = new VetoLink(given.hash(), recovery.id(), address.id(), given.now());
    house.transact(() -> house.recoveries().addVetoLink(link));

    assertThat(house.inTransaction(() -> house.recoveries().findVetoLink(link.tokenHash())))
        .contains(link);
    assertThat(house.inTransaction(() -> house.recoveries().findVetoLink(given.hash()))).isEmpty();
  }

  @Test
  void whatNobodyProvedIsPurgedWithTheDecoysAndNothingElse() {
    Recovery decoy = new Recovery.Requested(given.details(Optional.empty()));
    house.transact(() -> house.recoveries().add(decoy));
    Recovery.Requested expired = given.recovery(account);
    Recovery.Requested cancelled = given.recovery(account);
    Recovery.Requested vetoed = given.recovery(account);
    Recovery.Proving proved = given.recovery(account).prove(password());
    house.transact(
        () -> {
          Instant now = given.now();
          house.recoveries().save(new Recovery.Expired(expired.details(), List.of(), now));
          house.recoveries().save(cancelled.cancel(now));
          house.recoveries().save(vetoed.veto(VetoRoute.SESSION, now));
          house.recoveries().save(proved.cancel(now));
        });
    house.clock().advance(Duration.ofDays(2));
    Recovery fresh = new Recovery.Requested(given.details(Optional.empty()));
    house.transact(() -> house.recoveries().add(fresh));
    Instant before = given.now();

    int purged;
    do {
      purged = house.inTransaction(() -> house.recoveries().purgeUnproved(before, 7));
    } while (purged > 0);

    assertThat(List.of(decoy, expired, cancelled))
        .allSatisfy(gone -> assertThat(find(gone.id())).isEmpty());
    assertThat(List.of(fresh, vetoed, proved))
        .allSatisfy(kept -> assertThat(find(kept.id())).isPresent());
  }

  @Test
  void oneStatementCancelsWhatNobodyProved() {
    Recovery.Requested one = given.recovery(account);
    Recovery.Requested other = given.recovery(account);
    Recovery.Requested foreign = given.recovery(given.account());
    Recovery.Proving proved = given.recovery(account).prove(password());
    house.transact(() -> house.recoveries().save(proved));

    assertThat(
            house.inTransaction(() -> house.recoveries().cancelUnproved(account.id(), given.now())))
        .isEqualTo(2);

    assertThat(find(one.id())).contains(one.cancel(given.now()));
    assertThat(find(other.id())).contains(other.cancel(given.now()));
    assertThat(find(foreign.id())).contains(foreign);
    assertThat(find(proved.id())).contains(proved);
    assertThat(house.inTransaction(() -> house.recoveries().proved(account.id())))
        .containsExactly(proved.id());
  }

  @Test
  void strangersDoNotHideTheOneThatIsProved() {
    Recovery.Proving proved = given.recovery(account).prove(password());
    house.transact(() -> house.recoveries().save(proved));
    house.clock().advance(Duration.ofSeconds(1));
    given.recovery(account);
    house.clock().advance(Duration.ofSeconds(1));
    Recovery latest = given.recovery(account);

    assertThat(house.inTransaction(() -> house.recoveries().ofAccount(account.id(), 2)))
        .containsExactly(latest, proved);
  }

  @Test
  void aVetoIsRemembered() {
    Recovery.Requested vetoed = given.recovery(account);
    Instant then = given.now();
    house.transact(() -> house.recoveries().save(vetoed.veto(VetoRoute.SESSION, then)));

    assertThat(vetoedSince(then.minusSeconds(1))).isTrue();
    assertThat(vetoedSince(then)).isFalse();
  }

  private EvidenceGiven password() {
    return new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(Channel.memory()), given.now());
  }

  private boolean vetoedSince(Instant since) {
    return house.inTransaction(() -> house.recoveries().countVetoed(account.id(), since)) > 0;
  }

  private Optional<Recovery> find(RecoveryId id) {
    return house.inTransaction(() -> house.recoveries().find(id));
  }
}
