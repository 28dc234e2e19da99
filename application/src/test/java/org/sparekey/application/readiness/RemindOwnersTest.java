package org.sparekey.application.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.SiteSettingsForTests;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.recoverycode.MakeRecoveryCodes;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.application.signin.Wiring;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrillDetails;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.domain.shared.DrillId;

/** Ada has an app on her phone; if she loses her password nothing is left. */
class RemindOwnersTest {

  private static final String MISSING = "way-back-missing";
  private static final String UNTRIED = "way-back-untried";
  private static final Duration EVERY = Duration.ofDays(180);

  private final SignInHouse house = new SignInHouse();
  private final SessionView ada = house.fullSession(house.ada, house.phone);

  @Test
  void whoIsStillSettingUpIsLeftInPeaceAndThenHearsOnceInAPeriod() {
    opensWithThePhone();
    run(Duration.ofDays(29));
    assertThat(mails(MISSING)).isEmpty();

    run(Duration.ofDays(2));
    assertThat(mails(MISSING)).hasSize(1);
    assertThat(mails(MISSING).get(0).recipient()).isEqualTo("ada@example.org");
    assertThat(mails(MISSING).get(0).body().revealText())
        .contains("https://keys.example.org/account/readiness")
        .doesNotContain("Pixel", "token", "readiness?");
    run(Duration.ofDays(8));
    run(EVERY.minus(Duration.ofDays(9)));
    assertThat(mails(MISSING)).hasSize(1);
    run(Duration.ofDays(8));
    assertThat(mails(MISSING)).hasSize(2);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void whoIsReadyIsAskedToTryItAfterThePeriod() {
    makeReady();
    run(Duration.ofDays(31));
    run(Duration.ofDays(100));
    assertThat(all()).isZero();

    run(Duration.ofDays(50));
    assertThat(mails(UNTRIED)).hasSize(1);
    assertThat(mails(MISSING)).isEmpty();
  }

  @Test
  void whoTriedItIsNotAsked() {
    makeReady();
    house.pass(Duration.ofDays(100));
    rehearse();
    run(Duration.ofDays(90));
    assertThat(all()).isZero();

    run(Duration.ofDays(91));
    assertThat(mails(UNTRIED)).hasSize(1);
  }

  @Test
  void whoTurnedThemOffGetsNoneAndThatIsWrittenDown() {
    opensWithThePhone();
    assertThat(house.get(ChooseReminders.class).choose(ada, false, HOME)).isTrue();
    assertThat(house.get(ChooseReminders.class).choose(ada, false, HOME)).isTrue();
    assertThat(entries(AuditCode.REMINDERS_CHANGED)).containsExactly("off");
    assertThat(house.get(ShowReminders.class).show(ada).wanted()).isFalse();
    run(Duration.ofDays(365));
    assertThat(all()).isZero();

    SessionView later = house.fullSession(house.ada, house.phone);
    house.get(ChooseReminders.class).choose(later, true, HOME);
    run(Duration.ofDays(1));
    assertThat(mails(MISSING)).hasSize(1);
  }

  @Test
  void twoNodesSendOne() throws Exception {
    opensWithThePhone();
    house.pass(Duration.ofDays(60));
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> node = () -> new Wiring(house.memory).get(RemindOwners.class).run();
      int looked = 0;
      for (Future<Integer> one : nodes.invokeAll(List.of(node, node))) {
        looked += one.get();
      }
      assertThat(looked).isEqualTo(1);
    } finally {
      nodes.shutdownNow();
    }
    assertThat(mails(MISSING)).hasSize(1);
  }

  @Test
  void nobodyHearsWhoNeverSignedInOrHasNoAddressAndNoRemovedOneEither() {
    ContactPoint only = house.memory.contactPoints.ofAccount(house.ada.id()).get(0);
    house.memory.contactPoints.save(only.removed(house.now().plus(Duration.ofDays(59))));

    run(Duration.ofDays(60));

    assertThat(all()).isZero();
  }

  @Test
  void aSiteMaySendNone() {
    SiteSettingsForTests usual = house.memory.settings;
    Wiring wiring = new Wiring(house.memory);
    wiring.put(
        new SiteSettingsForTests(
            usual.baseUrl(),
            usual.siteName(),
            false,
            usual.ownerLimits(),
            usual.staffLimits(),
            usual.contactCoolOff(),
            usual.mailedCodeValidity(),
            Duration.ZERO));
    opensWithThePhone();
    house.pass(Duration.ofDays(365));

    assertThat(wiring.get(RemindOwners.class).run()).isZero();
    assertThat(all()).isZero();
  }

  /** From then on the loss of the phone locks her out. */
  private void opensWithThePhone() {
    ContactPoint only = house.memory.contactPoints.ofAccount(house.ada.id()).get(0);
    house.memory.contactPoints.save(only.opening(Optional.of(house.phone)));
  }

  private void makeReady() {
    house.get(MakeRecoveryCodes.class).make(ada, 0, HOME);
    house.bindTotp(house.ada, "Tablet");
    assertThat(house.get(DescribeReadiness.class).describe(ada).fatal()).isEmpty();
  }

  private void rehearse() {
    DrilledWay way =
        new DrilledWay("recovery", List.of(EvidenceKind.PASSWORD), 0, Duration.ZERO, Duration.ZERO);
    Drill.Open drill =
        new Drill.Open(
            new DrillDetails(
                new DrillId(house.memory.ids.next()),
                house.ada.id(),
                ada.id(),
                house.now(),
                new ImaginedLoss(Loss.Kind.DEVICE, "Pixel 8"),
                new PolicyVersion("quick", 3),
                way),
            Set.of(EvidenceKind.PASSWORD));
    house.memory.drills.add(drill);
    house.memory.drills.save(drill.finish(way, house.now()));
  }

  private void run(Duration later) {
    house.pass(later);
    house.get(RemindOwners.class).run();
  }

  private List<OutboxMessage> mails(String kind) {
    return house.memory.outbox.messages(kind);
  }

  private int all() {
    return mails(MISSING).size() + mails(UNTRIED).size();
  }

  private List<String> sent() {
    return entries(AuditCode.REMINDER_SENT);
  }

  private List<String> entries(AuditCode code) {
    return house.memory.audit.entries().stream()
        .map(AuditEntry::what)
        .filter(what -> what.code() == code)
        .map(what -> what.detail().orElse(""))
        .toList();
  }
}
