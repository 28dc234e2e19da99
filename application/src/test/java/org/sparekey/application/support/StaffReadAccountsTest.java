package org.sparekey.application.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sparekey.application.support.TwoOrganisations.ORIGIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.PeopleWhoMayVouch;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.policy.ProfileOfAccount;
import org.sparekey.application.readiness.ReadinessOfAccount;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

class StaffReadAccountsTest {

  private final TwoOrganisations world = new TwoOrganisations();
  private final Memory memory = world.memory;
  private final AccountHistory history = new AccountHistory(memory.audit, memory.accounts);
  private final AccountDoor door = new AccountDoor(memory.accounts, memory.audit, world.access);
  private final FindAccounts find =
      new FindAccounts(memory.accounts, memory.audit, world.access, memory.clock);
  private final ViewAccount view =
      new ViewAccount(
          door,
          memory.contactPoints,
          memory.factors,
          memory.recoveries,
          memory.resets,
          history,
          new ReadinessOfAccount(
              new PolicyOfAccount(memory.policies, memory.organisations),
              new ProfileOfAccount(
                  memory.factors,
                  memory.contactPoints,
                  memory.passwords,
                  memory.recoveryCodes,
                  memory.browsers,
                  new PeopleWhoMayVouch(memory.recoveryContacts, memory.contactPoints),
                  memory.organisations,
                  memory.clock),
              memory.contactPoints,
              memory.recoveryContacts,
              memory.recoveryCodes,
              memory.clock),
          memory.clock);
  private final ReadTimeline timeline = new ReadTimeline(door, memory.factors, history);

  @BeforeEach
  void publishPolicies() {
    ShippedPolicies.all()
        .forEach(policy -> memory.policies.publish(policy, memory.clock.instant()));
  }

  /** Attacks row 6: what an agent reads out tells a caller nothing that opens the account. */
  @Test
  void whatACallerCanDoNowNamesNoWholeAddress() {
    AccountFile file =
        view.view(world.support, world.owner.id(), Optional.empty(), TwoOrganisations.ORIGIN)
            .asGranted()
            .orElseThrow();

    assertThat(file.readiness().losses()).isNotEmpty();
    assertThat(file.readiness().toString()).contains("•••").doesNotContain("jane.doe@");
  }

  @Test
  void anAgentFindsPeopleOfTheOwnOrganisationOnly() {
    assertThat(found(world.support, "jane")).containsExactly("jane.doe@example.org");
    assertThat(found(world.support, "Jane D")).containsExactly("jane.doe@example.org");
    assertThat(found(world.support, world.owner.id().toString()))
        .containsExactly("jane.doe@example.org");
    assertThat(found(world.support, world.foreigner.id().toString())).isEmpty();
    assertThat(found(world.support, "jane.roe@example.net")).isEmpty();
  }

  @Test
  void aSearchStandsInTheLogWithoutTheTextThatWasTyped() {
    found(world.support, "jane");
    AuditEntry entry = world.lastEntry();
    assertThat(entry.what().code()).isEqualTo(AuditCode.STAFF_SEARCHED);
    assertThat(entry.what().actor().account()).contains(world.support.account());
    assertThat(entry.what().detail()).contains("rows=1");
    assertThat(entry.toString()).doesNotContain("jane");
  }

  @Test
  void aBlankOrAbsurdTextFindsNobody() {
    assertThat(found(world.support, "  ")).isEmpty();
    assertThat(memory.audit.entries()).isEmpty();
    assertThat(found(world.support, "j".repeat(100_000))).isEmpty();
  }

  @Test
  void manyAreShownPageByPageAndNobodyTwice() {
    for (int i = 0; i < 60; i++) {
      world.account("many%02d@example.org".formatted(i), "Many", world.ours);
    }
    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      AccountPage page = find.find(world.support, "many", after, ORIGIN).asGranted().orElseThrow();
      page.accounts().forEach(line -> seen.add(line.signInName()));
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).hasSize(60).doesNotHaveDuplicates().isSorted();
  }

  /** Attacks row 7: no view without a role, and the attempt is seen. */
  @Test
  void whoHasNoRoleForItIsRefusedAndTheRefusalIsInTheLog() {
    for (SessionView visitor : List.of(world.nobody, world.compliance)) {
      assertThat(find.find(visitor, "jane", Optional.empty(), ORIGIN).refusal())
          .contains(StaffRefusal.ROLE_MISSING);
      assertRefused(visitor, "staff.account-searched", "role-missing");
      assertThat(view.view(visitor, world.owner.id(), Optional.empty(), ORIGIN).refusal())
          .contains(StaffRefusal.ROLE_MISSING);
      assertRefused(visitor, "staff.account-viewed " + world.owner.id(), "role-missing");
      assertThat(timeline.read(visitor, world.owner.id(), Optional.empty(), ORIGIN).refusal())
          .contains(StaffRefusal.ROLE_MISSING);
    }
  }

  @Test
  void anAgentWhoHasGivenOnlyThePasswordSeesNothing() {
    SessionView half =
        world.session(
            memory.accounts.find(world.support.account()).orElseThrow(),
            Session.Level.PASSWORD,
            false);
    assertThat(view.view(half, world.owner.id(), Optional.empty(), ORIGIN).refusal())
        .contains(StaffRefusal.NOT_SIGNED_IN);
    assertThat(find.find(half, "jane", Optional.empty(), ORIGIN).refusal())
        .contains(StaffRefusal.NOT_SIGNED_IN);
  }

  /** Attacks row 35. */
  @Test
  void anothersOrganisationIsAnsweredAsIfItDidNotExist() {
    List<AccountId> ids = List.of(world.foreigner.id(), TwoOrganisations.unknownAccount());
    for (AccountId id : ids) {
      assertThat(view.view(world.administrator, id, Optional.empty(), ORIGIN).refusal())
          .contains(StaffRefusal.UNKNOWN_ACCOUNT);
      assertRefused(world.administrator, "staff.account-viewed " + id, "unknown-account");
      assertThat(timeline.read(world.administrator, id, Optional.empty(), ORIGIN).refusal())
          .contains(StaffRefusal.UNKNOWN_ACCOUNT);
      assertThat(world.lastEntry().what().subject()).isEmpty();
      assertThat(world.lastEntry().what().organisation()).contains(world.ours.id());
    }
  }

  @Test
  void theFileHoldsEveryFactorEverBoundAndNoSecret() {
    Factor.Pending lost = pending("Pixel 8");
    memory.factors.add(lost);
    memory.factors.keepSeed(lost.id(), "sealed-seed-one");
    Factor.Active old = lost.confirm(new DeviceName("Pixel 8"), memory.clock.instant());
    memory.factors.save(old);
    memory.factors.save(old.revoke(RevocationReason.REPLACED_BY_RESET, memory.clock.instant()));
    Factor.Pending next = pending("Pixel 9");
    memory.factors.add(next);
    memory.factors.keepSeed(next.id(), "sealed-seed-two");
    memory.factors.save(next.confirm(new DeviceName("Pixel 9"), memory.clock.instant()));

    AccountFile file = file();

    assertThat(file.factors())
        .extracting(AccountFile.FactorLine::device, AccountFile.FactorLine::status)
        .containsExactly(
            tuple("Pixel 8", FactorStatus.REVOKED), tuple("Pixel 9", FactorStatus.ACTIVE));
    assertThat(file.factors().get(0).reason()).contains(RevocationReason.REPLACED_BY_RESET);
    assertThat(file.toString()).doesNotContain("sealed");
  }

  @Test
  void addressesAreMasked() {
    AccountFile file = file();
    assertThat(file.contactPoints())
        .extracting(AccountFile.ContactLine::masked)
        .containsExactly("j•••@e•••.org");
  }

  @Test
  void aViewStandsInTheLogBesideItsSubjectAndStaysOutOfTheTimeline() {
    world.entry(AuditCode.FACTOR_BOUND, world.owner);
    file();
    assertThat(world.lastEntry().what().code()).isEqualTo(AuditCode.STAFF_VIEWED);
    assertThat(world.lastEntry().what().subject()).contains(world.owner.id());
    assertThat(file().timeline().events())
        .extracting(Timeline.Event::code)
        .containsExactly(AuditCode.FACTOR_BOUND);
  }

  @Test
  void theTimelineGoesBackPageByPageAndHoldsNobodyElsesEvents() {
    for (int i = 0; i < 120; i++) {
      world.entry(AuditCode.PASSWORD_CHECKED, world.owner);
      world.entry(AuditCode.PASSWORD_CHECKED, world.foreigner);
    }
    int seen = 0;
    Timeline page =
        timeline
            .read(world.support, world.owner.id(), Optional.empty(), ORIGIN)
            .asGranted()
            .orElseThrow();
    while (true) {
      seen += page.events().size();
      if (page.next().isEmpty()) {
        break;
      }
      page =
          timeline
              .read(world.support, world.owner.id(), page.next(), ORIGIN)
              .asGranted()
              .orElseThrow();
    }
    assertThat(seen).isEqualTo(120);
  }

  private AccountFile file() {
    return view.view(world.support, world.owner.id(), Optional.empty(), ORIGIN)
        .asGranted()
        .orElseThrow();
  }

  private Factor.Pending pending(String device) {
    return new Factor.Pending(
        new FactorDetails(
            new FactorId(memory.ids.next()),
            world.owner.id(),
            FactorKind.TOTP,
            new DeviceName(device),
            memory.clock.instant()),
        "session:none",
        memory.clock.instant().plusSeconds(600));
  }

  private List<String> found(SessionView staff, String text) {
    return find
        .find(staff, text, Optional.empty(), ORIGIN)
        .asGranted()
        .orElseThrow()
        .accounts()
        .stream()
        .map(AccountLine::signInName)
        .toList();
  }

  private void assertRefused(SessionView by, String act, String reason) {
    AuditEntry entry = world.lastEntry();
    assertThat(entry.what().code()).isEqualTo(AuditCode.STAFF_REFUSED);
    assertThat(entry.what().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(entry.what().actor().account()).contains(by.account());
    assertThat(entry.what().detail()).contains(act);
    assertThat(entry.what().reason()).contains(reason);
  }
}
