package org.sparekey.application.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.application.port.AuditQuery;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** What a look into the tables shows, and what only transactions can keep. */
@ParameterizedClass
@EnumSource
class WhatLiesInTheDatabaseTest {

  /** The databases that there are. */
  enum Database {
    H2,
    POSTGRESQL
  }

  private final DatabaseHouse house;

  WhatLiesInTheDatabaseTest(Database database) {
    house =
        switch (database) {
          case H2 -> DatabaseHouse.h2();
          case POSTGRESQL -> DatabaseHouse.postgresql();
        };
  }

  @Test
  void aMessageIsSealedAsLongAsItIsKeptAndWipedWhenItIsDelivered() throws SQLException {
    OutboxMessage delivered = message();
    OutboxMessage buried = message();
    OutboxMessage decoy = message();
    house.transact(
        () -> {
          house.outbox().add(delivered);
          house.outbox().add(buried);
          house.outbox().addDecoy(decoy);
        });

    assertThat(body(delivered)).hasValueSatisfying(text -> assertThat(text).doesNotContain("4711"));
    assertThat(body(decoy)).isEmpty();

    house.transact(
        () -> {
          house.outbox().settle(delivered.id(), house.clock().instant(), true);
          house.outbox().bury(buried.id(), house.clock().instant(), "nobody there");
        });
    assertThat(body(delivered)).isEmpty();
    assertThat(body(buried))
        .as("it can be sent again")
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("4711"));
  }

  @Test
  void anEntryIsUndoneTogetherWithWhatItTells() {
    OrganisationId organisation = new OrganisationId(house.ids().next());

    assertThatThrownBy(
            () ->
                house.transact(
                    () -> {
                      house.auditLog().record(draft(organisation));
                      throw new IllegalArgumentException("undone");
                    }))
        .hasMessage("undone");
    assertThat(entries(organisation)).isEmpty();
  }

  @Test
  void theCommitmentHoldsAndOutlivesTheErasureOfPersonalData() throws SQLException {
    OrganisationId organisation = new OrganisationId(house.ids().next());
    AuditEntry entry = house.inTransaction(() -> house.auditLog().record(draft(organisation)));
    UUID id = entry.id().value();
    String salt =
        one("select salt from audit_personal where entry = ?", row -> row.getString(1), id)
            .orElseThrow();
    String commitment = commitment(id);

    assertThat(commitment)
        .isEqualTo(JpaAuditLog.commitment(salt, entry.what().origin()))
        .isNotEqualTo(JpaAuditLog.commitment(salt, Origin.internal()));

    try (Connection connection = house.database().getConnection()) {
      Sql.update(connection, "delete from audit_personal where entry = ?", id);
    }
    assertThat(entries(organisation))
        .singleElement()
        .satisfies(
            rest -> {
              assertThat(rest.what().origin()).isEqualTo(new Origin("", "", Optional.empty()));
              assertThat(rest.what().code()).isEqualTo(entry.what().code());
            });
    assertThat(commitment(id)).isEqualTo(commitment);
  }

  /** The rule of two people does not rest on the code alone. */
  @Test
  void nobodySignsWhatTheySentOut() throws SQLException {
    Organisation organisation =
        new Organisation(
            new OrganisationId(house.ids().next()),
            "Example",
            "standard",
            "staff",
            PasswordResetRule.MAILBOX_AND_FACTOR);
    house.transact(() -> house.organisations().add(organisation));
    Account first = account(organisation);
    Account second = account(organisation);
    String key = "two-" + first.id().value().toString().substring(24);
    RecoveryPolicy quick = ShippedPolicies.quick();
    RecoveryPolicy policy =
        new RecoveryPolicy(new PolicyVersion(key, 1), "Ours", quick.paths(), quick.rules());
    house.transact(
        () ->
            house
                .policies()
                .publish(
                    new PublishedPolicy(
                        policy,
                        Optional.of(organisation.id()),
                        house.clock().instant(),
                        Optional.of(
                            new PublishedPolicy.Publication(
                                new PublishedPolicy.Signature(first.id(), "asked for"),
                                Optional.of(
                                    new PublishedPolicy.Signature(second.id(), "read it")))),
                        Optional.empty())));

    try (Connection connection = house.database().getConnection()) {
      assertThatThrownBy(
              () ->
                  Sql.update(
                      connection,
                      "update recovery_policy set signed_by = published_by where policy_key = ?",
                      key))
          .hasStackTraceContaining("recovery_policy_two_people");
      assertThatThrownBy(
              () ->
                  Sql.update(
                      connection,
                      "update recovery_policy set published_by = null, reason = null"
                          + " where policy_key = ?",
                      key))
          .as("a signature without what it signs")
          .hasStackTraceContaining("recovery_policy");
    }
  }

  private Account account(Organisation organisation) {
    AccountId id = new AccountId(house.ids().next());
    Account account =
        new Account(
            id,
            organisation.id(),
            SignInName.parse("p" + id.value()).orElseThrow(),
            "Somebody",
            Locale.ENGLISH,
            Set.of(),
            house.clock().instant(),
            Optional.empty());
    house.transact(() -> house.accounts().add(account));
    return account;
  }

  @Test
  void aSecondMigrationFindsNothingToDo() {
    Migrations.run(house.database(), true);
    Migrations.run(house.database(), false);

    assertThat(entries(new OrganisationId(house.ids().next()))).isEmpty();
  }

  private static AuditDraft draft(OrganisationId organisation) {
    return AuditDraft.of(
            AuditCode.SESSION_STARTED,
            Actor.anonymous(),
            new Origin("192.0.2.7", "Lynx", Optional.of(new BrowserId(UUID.randomUUID()))))
        .within(organisation);
  }

  private List<AuditEntry> entries(OrganisationId organisation) {
    AuditQuery all =
        new AuditQuery(
            organisation,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return house.auditReader().page(all, Optional.empty(), 10);
  }

  private OutboxMessage message() {
    return new OutboxMessage(
        new MessageId(house.ids().next()),
        OutboxMessage.Channel.MAIL,
        "recovery-code",
        Optional.empty(),
        "a@example.org",
        Locale.ENGLISH,
        "Code",
        Secret.ofText("the code is 4711"),
        house.clock().instant(),
        Optional.empty(),
        0);
  }

  private Optional<String> body(OutboxMessage message) throws SQLException {
    return one(
        "select sealed_body from outbox where id = ?",
        row -> Optional.ofNullable(row.getString(1)),
        message.id().value());
  }

  private String commitment(UUID entry) throws SQLException {
    return one("select commitment from audit_entry where id = ?", row -> row.getString(1), entry)
        .orElseThrow();
  }

  private Optional<String> one(String sql, Sql.RowReader<?> reader, UUID id) throws SQLException {
    try (Connection connection = house.database().getConnection()) {
      Object found = Sql.query(connection, sql, reader, id).get(0);
      return found instanceof Optional<?> text
          ? text.map(String.class::cast)
          : Optional.of((String) found);
    }
  }
}
