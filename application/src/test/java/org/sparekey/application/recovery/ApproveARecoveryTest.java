package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAccess;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;

/** Two people decide what the policy puts before people (attacks rows 6, 7, 12, 35, 36, 38). */
class ApproveARecoveryTest {

  private static final String WHY = "Called back on the number in the directory.";

  private final RecoveryHouse house = RecoveryHouse.with("standard");
  private final OpinionDoor door = house.opinionDoor;
  private final ApprovalCode codes = house.approvalCodes;
  private final ApproveRecovery approve = house.approve;
  private final DenyRecovery deny = house.deny;
  private final WaitingRecoveries waiting =
      new WaitingRecoveries(house.memory.accounts, house.memory.opinions, house.policies);
  private final ListWaitingRecoveries list =
      new ListWaitingRecoveries(
          new StaffAccess(house.memory.audit),
          house.memory.opinions,
          house.memory.recoveries,
          door,
          waiting,
          house.memory.audit);
  private final ShowApproval show = new ShowApproval(house.byToken, codes);

  private final SessionView ben = staff("ben", StaffRole.SUPPORT);
  private final SessionView emmy = staff("emmy", StaffRole.ADMINISTRATOR);
  private final Secret token = waits(2);

  @Test
  void theSecondPersonLetsItGoOnToTheHold() {
    assertThat(agrees(ben)).isEqualTo(new OpinionAnswer.Noted(1));
    assertThat(status()).isEqualTo(RecoveryStatus.APPROVING);
    assertThat(agrees(emmy)).isEqualTo(new OpinionAnswer.Noted(0));

    assertThat(house.recovery(token))
        .isInstanceOfSatisfying(
            Recovery.Holding.class,
            held -> assertThat(held.until()).isEqualTo(house.now().plus(Duration.ofHours(24))));
    assertThat(house.memory.outbox.messages("recovery-holding")).isNotEmpty();
    assertThat(house.memory.audit.entries())
        .extracting(entry -> entry.what().code())
        .contains(AuditCode.RECOVERY_APPROVED, AuditCode.RECOVERY_HOLD_BEGUN);
  }

  @Test
  void theOwnerSeesTheCodeAndHowManyAgreed() {
    agrees(ben);

    ShowApproval.View view = show.show(token).orElseThrow();
    assertThat(view.code()).matches("\\d{8}");
    assertThat(view.agreed()).isEqualTo(1);
    assertThat(view.needed()).isEqualTo(2);
  }

  @Test
  void whatWaitsIsListedWithItsReasonsAndNoCode() {
    agrees(ben);

    List<WaitingRecovery> found = list.list(emmy, RecoveryHouse.HOME).asGranted().orElseThrow();

    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.displayName()).isEqualTo("Ada Lovelace");
              assertThat(one.evidence())
                  .containsExactly(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE);
              assertThat(one.opinions())
                  .extracting(WaitingRecovery.OpinionLine::reason)
                  .containsExactly(WHY);
              assertThat(one.mayDecide()).isTrue();
              assertThat(one.toString()).doesNotContain(code());
            });
    assertThat(list.list(ben, RecoveryHouse.HOME).asGranted().orElseThrow().get(0).mayDecide())
        .isFalse();
  }

  @Test
  void oneDenialEndsItAndTheOwnerIsTold() {
    agrees(ben);

    assertThat(deny.deny(emmy, id(), "She says it is not her.", RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Noted(0));

    assertThat(status()).isEqualTo(RecoveryStatus.DENIED);
    assertThat(house.memory.outbox.messages("recovery-denied")).isNotEmpty();
    assertThat(agrees(staff("fred", StaffRole.SUPPORT)))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_WAITING));
  }

  @Test
  void row7NobodyDecidesTwice() {
    agrees(ben);

    assertThat(agrees(ben)).isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.SAID_BEFORE));
    assertThat(deny.deny(ben, id(), WHY, RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.SAID_BEFORE));
    assertThat(status()).isEqualTo(RecoveryStatus.APPROVING);
  }

  @Test
  void row7NobodyDecidesAboutTheOwnAccount() {
    SessionView ada = as(house.ada, Set.of(StaffRole.SUPPORT), true, false);

    assertThat(agrees(ada)).isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.OWN_ACCOUNT));
    assertThat(deny.deny(ada, id(), WHY, RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.OWN_ACCOUNT));
  }

  @Test
  void row6WithoutTheCodeFromTheOwnersPageNothingIsApproved() {
    String wrong = code().equals("00000000") ? "00000001" : "00000000";

    assertThat(approve.approve(ben, id(), wrong, WHY, RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.WRONG_CODE));
    assertThat(approve.approve(ben, id(), "", WHY, RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.WRONG_CODE));
    assertThat(status()).isEqualTo(RecoveryStatus.APPROVING);
    assertThat(
            approve.approve(
                ben,
                id(),
                code().substring(0, 4) + " - " + code().substring(4),
                WHY,
                RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Noted(1));
  }

  @Test
  void row38ABudgetStopsGuessingAndApprovingInBulk() {
    for (int i = 0; i < 20; i++) {
      approve.approve(ben, id(), "00000000", WHY, RecoveryHouse.HOME);
    }

    assertThat(agrees(ben)).isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.TOO_MANY));
    assertThat(agrees(emmy)).isEqualTo(new OpinionAnswer.Noted(1));
  }

  @Test
  void row38ABudgetStopsDenyingInBulkToo() {
    for (int i = 0; i < 20; i++) {
      approve.approve(ben, id(), "00000000", WHY, RecoveryHouse.HOME);
    }

    assertThat(deny.deny(ben, id(), WHY, RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.TOO_MANY));
    assertThat(status()).isEqualTo(RecoveryStatus.APPROVING);
  }

  @Test
  void peopleHaveAWeekAndNotAMomentMore() {
    house.memory.clock.advance(Duration.ofDays(6));
    assertThat(agrees(ben)).isEqualTo(new OpinionAnswer.Noted(1));
    house.memory.clock.advance(Duration.ofDays(1));

    assertThat(agrees(emmy)).isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_WAITING));
  }

  @Test
  void onlyTheRightRolesFreshlyConfirmedAndNotOnProbationDecide() {
    assertThat(agrees(staff("carl", StaffRole.COMPLIANCE)))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_ALLOWED));
    Account owner = house.account("olga@example.org", "correct horse battery staple");
    assertThat(agrees(as(owner, Set.of(), true, false)))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_ALLOWED));
    assertThat(agrees(as(owner, Set.of(StaffRole.SUPPORT), false, false)))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_CONFIRMED));
    assertThat(agrees(as(owner, Set.of(StaffRole.SUPPORT), true, true)))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_ALLOWED));
    assertThat(list.list(as(owner, Set.of(), true, false), RecoveryHouse.HOME).refusal())
        .contains(StaffRefusal.ROLE_MISSING);
  }

  @Test
  void row35AnotherOrganisationsRecoveryIsUnknown() {
    SessionView stranger =
        new SessionView(
            ben.id(),
            new AccountId(house.memory.ids.next()),
            new OrganisationId(house.memory.ids.next()),
            "Elsewhere",
            Session.Level.FULL,
            "eve",
            "Eve",
            ben.language(),
            Set.of(StaffRole.SUPPORT),
            true,
            false);

    assertThat(agrees(stranger)).isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.UNKNOWN));
    assertThat(deny.deny(stranger, id(), WHY, RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.UNKNOWN));
    assertThat(list.list(stranger, RecoveryHouse.HOME).asGranted().orElseThrow()).isEmpty();
    assertThat(
            approve.approve(
                ben, new RecoveryId(house.memory.ids.next()), code(), WHY, RecoveryHouse.HOME))
        .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.UNKNOWN));
  }

  @Test
  void aReasonIsGivenAndKeptOutOfTheLog() {
    for (String reason : List.of("", "ok", "x".repeat(501), " \n\t ")) {
      assertThat(approve.approve(ben, id(), code(), reason, RecoveryHouse.HOME))
          .isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.REASON));
    }
    approve.approve(ben, id(), code(), "line one\r\nINJECTED line", RecoveryHouse.HOME);

    assertThat(house.memory.opinions.on(id()))
        .extracting(opinion -> opinion.reason())
        .containsExactly("line one INJECTED line");
    assertThat(house.memory.audit.entries().toString()).doesNotContain("INJECTED");
  }

  @Test
  void row12AVetoEndsItAlsoAfterOnePersonAgreed() {
    agrees(ben);
    house.veto.veto(
        house.linkMailedTo("ada@example.org", "recovery-approving"), RecoveryHouse.HOME);

    assertThat(agrees(emmy)).isEqualTo(new OpinionAnswer.Refused(OpinionRefusal.NOT_WAITING));
    assertThat(status()).isEqualTo(RecoveryStatus.VETOED);
  }

  /** Ada's recovery under a policy that asks for so many people. */
  private Secret waits(int people) {
    house.memory.policies.publish(
        new RecoveryPolicy(
            new PolicyVersion("standard", 99),
            "People",
            List.of(
                new RecoveryPath(
                    Set.of(EvidenceKind.PASSWORD, EvidenceKind.MAILED_CODE),
                    Holds.hours(24, 24, 24),
                    people)),
            PolicyRules.usual(Duration.ofDays(3))),
        house.now());
    return house.proved();
  }

  private OpinionAnswer agrees(SessionView person) {
    return approve.approve(person, id(), code(), WHY, RecoveryHouse.HOME);
  }

  private String code() {
    return codes.of((Recovery.Approving) approvingOrFirst());
  }

  /** The code does not change while it waits, whoever agreed. */
  private Recovery approvingOrFirst() {
    Recovery now = house.recovery(token);
    return now instanceof Recovery.Approving
        ? now
        : new Recovery.Approving(
            now.details(), List.of(), RiskAssessment.nothingOdd(), 1, Duration.ZERO, Set.of());
  }

  private RecoveryId id() {
    return house.id(token);
  }

  private RecoveryStatus status() {
    return house.recovery(token).status();
  }

  private SessionView staff(String name, StaffRole role) {
    return as(
        house.account(name + "@example.org", "correct horse battery staple"),
        Set.of(role),
        true,
        false);
  }

  private SessionView as(
      Account account, Set<StaffRole> roles, boolean confirmed, boolean onProbation) {
    SessionView session = house.session(account, Session.Level.FULL);
    return new SessionView(
        session.id(),
        session.account(),
        session.organisation(),
        session.organisationName(),
        session.level(),
        session.signInName(),
        session.displayName(),
        session.language(),
        roles,
        confirmed,
        onProbation);
  }
}
