package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

@ParameterizedClass
@EnumSource
class AuditLogContractTest {

  private final House house;
  private final Given given;
  private final OrganisationId organisation;

  AuditLogContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    organisation = new OrganisationId(given.id());
  }

  @Test
  void anEntryIsReadAsItWasWritten() {
    AuditEntry full =
        record(
            AuditDraft.of(
                    AuditCode.RECOVERY_COMPLETED,
                    Actor.staff(new AccountId(given.id())),
                    new Origin(
                        "2001:db8::1", Given.UNICODE, Optional.of(new BrowserId(given.id()))))
                .about(new AccountId(given.id()), organisation)
                .factor("totp", new FactorId(given.id()))
                .recovery(new RecoveryId(given.id()), "standard/1")
                .refused("a reason, with \"quotes\"\nand a second line " + Given.UNICODE)
                .with("detail ".repeat(1_000)));
    AuditEntry bare =
        record(
            AuditDraft.of(AuditCode.AUDIT_STARTED, Actor.system(), Origin.internal())
                .within(organisation));

    assertThat(page(all(), Optional.empty(), 10)).containsExactly(bare, full);
  }

  @Test
  void everyCodeCanBeWritten() {
    for (AuditCode code : AuditCode.values()) {
      for (Outcome outcome : Outcome.values()) {
        AuditDraft draft =
            AuditDraft.of(code, Actor.anonymous(), Origin.internal()).within(organisation);
        record(
            switch (outcome) {
              case SUCCESS -> draft;
              case REFUSED -> draft.refused("why");
              case FAILED -> draft.failed("why");
            });
      }
    }

    assertThat(page(all(), Optional.empty(), 500))
        .hasSize(AuditCode.values().length * Outcome.values().length);
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrOverlap() {
    List<AuditEntry> written = records(23);

    List<AuditEntry> read = new ArrayList<>();
    Optional<AuditEntryId> before = Optional.empty();
    List<AuditEntry> page = page(all(), before, 5);
    while (!page.isEmpty()) {
      read.addAll(page);
      before = Optional.of(page.get(page.size() - 1).id());
      page = page(all(), before, 5);
    }

    assertThat(read).isEqualTo(Given.reversed(written));
  }

  @Test
  void aStreamGivesEverythingUpToTheLastOldestFirst() {
    List<AuditEntry> written = records(20);
    List<AuditEntry> streamed = new ArrayList<>();

    long count =
        house.inTransaction(
            () -> house.auditReader().stream(all(), written.get(14).id(), streamed::add));

    assertThat(count).isEqualTo(15);
    assertThat(streamed).isEqualTo(written.subList(0, 15));
  }

  @Test
  void anotherOrganisationsEntriesAreNeverSeen() {
    records(3);
    AuditQuery foreign = query(new OrganisationId(given.id()));

    assertThat(page(foreign, Optional.empty(), 10)).isEmpty();
    assertThat(
            house.inTransaction(
                () ->
                    house.auditReader().stream(foreign, new AuditEntryId(given.id()), entry -> {})))
        .isZero();
  }

  @Test
  void everyFilterNarrows() {
    AccountId actor = new AccountId(given.id());
    AccountId subject = new AccountId(given.id());
    AuditEntry first =
        record(
            AuditDraft.of(AuditCode.FACTOR_BOUND, Actor.owner(actor), Origin.internal())
                .about(subject, organisation));
    house.clock().advance(Duration.ofSeconds(1));
    Instant second = given.now();
    AuditEntry refused =
        record(
            AuditDraft.of(AuditCode.FACTOR_CHECKED, Actor.owner(actor), Origin.internal())
                .about(actor, organisation)
                .refused("wrong-code"));
    house.clock().advance(Duration.ofSeconds(1));
    AuditEntry system =
        record(
            AuditDraft.of(AuditCode.RECOVERY_EXPIRED, Actor.system(), Origin.internal())
                .about(subject, organisation));

    Optional<Instant> always = Optional.empty();
    Optional<AccountId> anybody = Optional.empty();
    Optional<Outcome> any = Optional.empty();
    assertThat(
            read(
                new AuditQuery(
                    organisation, Optional.of(second), always, Set.of(), anybody, anybody, any)))
        .containsExactly(system, refused);
    assertThat(
            read(
                new AuditQuery(
                    organisation, always, Optional.of(second), Set.of(), anybody, anybody, any)))
        .containsExactly(first);
    assertThat(
            read(
                new AuditQuery(
                    organisation,
                    always,
                    always,
                    Set.of(AuditCode.FACTOR_BOUND, AuditCode.RECOVERY_EXPIRED),
                    anybody,
                    anybody,
                    any)))
        .containsExactly(system, first);
    assertThat(
            read(
                new AuditQuery(
                    organisation, always, always, Set.of(), Optional.of(actor), anybody, any)))
        .containsExactly(refused, first);
    assertThat(
            read(
                new AuditQuery(
                    organisation, always, always, Set.of(), anybody, Optional.of(subject), any)))
        .containsExactly(system, first);
    assertThat(
            read(
                new AuditQuery(
                    organisation,
                    always,
                    always,
                    Set.of(),
                    anybody,
                    anybody,
                    Optional.of(Outcome.REFUSED))))
        .containsExactly(refused);
  }

  private List<AuditEntry> records(int count) {
    List<AuditEntry> written = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      written.add(
          record(
              AuditDraft.of(AuditCode.PASSWORD_CHECKED, Actor.anonymous(), Origin.internal())
                  .within(organisation)
                  .with("entry " + i)));
    }
    return written;
  }

  private AuditEntry record(AuditDraft draft) {
    return house.inTransaction(() -> house.auditLog().record(draft));
  }

  private AuditQuery all() {
    return query(organisation);
  }

  private static AuditQuery query(OrganisationId of) {
    return new AuditQuery(
        of,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private List<AuditEntry> read(AuditQuery query) {
    return page(query, Optional.empty(), 100);
  }

  private List<AuditEntry> page(AuditQuery query, Optional<AuditEntryId> before, int limit) {
    return house.inTransaction(() -> house.auditReader().page(query, before, limit));
  }
}
