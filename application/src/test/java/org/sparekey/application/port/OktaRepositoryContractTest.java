package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.Origin;

@ParameterizedClass
@EnumSource
class OktaRepositoryContractTest {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Origin HOME = new Origin("2001:db8::1", Given.UNICODE, Optional.empty());

  private final House house;
  private final Given given;
  private final Account account;

  OktaRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    account = given.account();
    house.clock().advance(Duration.ofHours(1));
    // what other tests left behind
    claim().forEach(left -> save(left.failed("left-over")));
    claimResets().forEach(left -> save(left.reset()));
    claimQuestions().forEach(left -> house.transact(() -> house.okta().save(left.quiet())));
  }

  @Test
  void whatIsKnownComesBack() {
    OktaFactor wanted = wanted(given.pendingFactor(account));
    OktaFactor scanning =
        wanted.scanning("00u1", "opf1", Optional.of("k1:sealed"), given.now().plusSeconds(2));
    save(scanning);

    assertThat(find(wanted)).contains(scanning);
    save(scanning.found("00u1", "opf1"));
    assertThat(find(wanted).orElseThrow().enrolledHere()).isTrue();
    assertThat(find(wanted).orElseThrow().sealedPicture()).isEmpty();
  }

  @Test
  void whatIsDueIsTakenByOneWorker() {
    OktaFactor wanted = wanted(given.pendingFactor(account));

    List<List<OktaFactor>> taken = Race.of(8, this::claim);

    assertThat(taken.stream().flatMap(List::stream)).containsExactly(wanted);
    assertThat(claim()).isEmpty();
    house.clock().advance(LEASE);
    assertThat(claim()).extracting(OktaFactor::factor).containsExactly(wanted.factor());
  }

  @Test
  void whatIsFoundOrFailedIsNotDue() {
    save(wanted(given.pendingFactor(account)).found("00u1", "opf1"));
    save(wanted(given.pendingFactor(account)).failed("okta-no-user"));

    assertThat(claim()).isEmpty();
  }

  @Test
  void whatARecoveryEndedIsEndedThereUntilItIsDone() {
    Factor.Pending factor = given.pendingFactor(account);
    OktaFactor found = wanted(factor).found("00u1", "opf1");
    save(found);
    assertThat(claimResets()).isEmpty();

    revoke(factor, RevocationReason.LOST);

    assertThat(claimResets()).containsExactly(found);
    assertThat(claimResets()).as("taken").isEmpty();
    house.clock().advance(LEASE);
    assertThat(claimResets()).hasSize(1);
    save(found.reset());
    house.clock().advance(LEASE);
    assertThat(claimResets()).isEmpty();
  }

  @Test
  void whatItsOwnerRemovesIsEndedThereOnlyWhenItCameFromHere() {
    Factor.Pending adopted = given.pendingFactor(account);
    save(wanted(adopted).found("00u1", "opf1"));
    Factor.Pending made = given.pendingFactor(account);
    OktaFactor ours =
        wanted(made).scanning("00u1", "opf2", Optional.empty(), given.now()).found("00u1", "opf2");
    save(ours);
    Factor.Pending nothingThere = given.pendingFactor(account);
    wanted(nothingThere);
    Stream.of(adopted, made, nothingThere)
        .forEach(factor -> revoke(factor, RevocationReason.REMOVED_BY_OWNER));

    assertThat(claimResets()).containsExactly(ours);
  }

  @Test
  void aPushComesBackAndIsTakenByOneWorker() {
    OktaQuestion asked = question(given.pendingFactor(account));
    assertThat(findQuestion(asked)).contains(asked);

    List<List<OktaQuestion>> taken = Race.of(8, this::claimQuestions);

    assertThat(taken.stream().flatMap(List::stream)).containsExactly(asked);
    OktaQuestion sent =
        asked.sent(
            new OktaPush("v2mst.1", OktaPush.Answer.WAITING, Optional.of("72")), given.now());
    house.transact(() -> house.okta().save(sent));
    assertThat(claimQuestions()).containsExactly(sent);
    house.transact(() -> house.okta().save(sent.failed("provider-down")));
    house.clock().advance(LEASE);
    assertThat(claimQuestions()).isEmpty();
    assertThat(findQuestion(asked).orElseThrow().failure()).contains("provider-down");
  }

  private OktaFactor wanted(Factor.Pending factor) {
    OktaFactor wanted = OktaFactor.wanted(factor.id(), "ada@example.org", given.now());
    house.transact(() -> house.okta().add(wanted));
    return wanted;
  }

  private OktaQuestion question(Factor.Pending factor) {
    Instant now = given.now();
    Challenge challenge =
        new Challenge(
            new ChallengeId(given.id()),
            account.id(),
            factor.id(),
            ChallengePurpose.SIGN_IN,
            "session:1",
            now,
            now.plus(Duration.ofMinutes(5)),
            ChallengeStatus.OPEN,
            "");
    OktaQuestion question = OktaQuestion.of(challenge.id(), factor.id(), HOME, now);
    house.transact(
        () -> {
          house.challenges().add(challenge);
          house.okta().add(question);
        });
    return question;
  }

  private void revoke(Factor.Pending factor, RevocationReason reason) {
    house.transact(
        () ->
            house
                .factors()
                .save(
                    factor
                        .confirm(new DeviceName("Pixel 8"), given.now())
                        .revoke(reason, given.now())));
  }

  private void save(OktaFactor factor) {
    house.transact(() -> house.okta().save(factor));
  }

  private Optional<OktaFactor> find(OktaFactor factor) {
    return house.inTransaction(() -> house.okta().find(factor.factor()));
  }

  private Optional<OktaQuestion> findQuestion(OktaQuestion question) {
    return house.inTransaction(() -> house.okta().find(question.challenge()));
  }

  private List<OktaFactor> claim() {
    return house.inTransaction(() -> house.okta().claim(given.now(), given.now().plus(LEASE), 100));
  }

  private List<OktaFactor> claimResets() {
    return house.inTransaction(
        () -> house.okta().claimResets(given.now(), given.now().plus(LEASE), 100));
  }

  private List<OktaQuestion> claimQuestions() {
    return house.inTransaction(
        () -> house.okta().claimQuestions(given.now(), given.now().plus(LEASE), 100));
  }
}
