package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.PolicyDraftId;

/** Drafts of policies as rows, changed by guarded statements alone. */
@Adapter
public class JpaPolicyDraftRepository implements PolicyDraftRepository {

  private static final String SELECT =
      "select id, organisation, policy_key, body, row_version, author, created_at, changed_at,"
          + " proposed_by, proposed_at, reason from policy_draft where ";

  private final EntityManager em;

  @Inject
  public JpaPolicyDraftRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(PolicyDraft draft) {
    Optional<PolicyDraft.Proposal> proposal = draft.proposal();
    Sql.update(
        connection(),
        "insert into policy_draft (id, organisation, policy_key, body, row_version, author,"
            + " created_at, changed_at, proposed_by, proposed_at, reason) values ("
            + Sql.places(11)
            + ")",
        draft.id().value(),
        draft.organisation().value(),
        draft.key(),
        draft.text(),
        draft.saved(),
        draft.author().value(),
        draft.startedAt(),
        draft.changedAt(),
        proposal.map(it -> it.by().value()).orElse(null),
        proposal.map(PolicyDraft.Proposal::at).orElse(null),
        proposal.map(PolicyDraft.Proposal::reason).orElse(null));
  }

  @Override
  public boolean save(PolicyDraft draft) {
    Optional<PolicyDraft.Proposal> proposal = draft.proposal();
    return Rows.updateOne(
        em,
        "update policy_draft set body = ?, author = ?, changed_at = ?, proposed_by = ?,"
            + " proposed_at = ?, reason = ?, row_version = ? where id = ? and row_version = ?",
        draft.text(),
        draft.author().value(),
        draft.changedAt(),
        proposal.map(it -> it.by().value()).orElse(null),
        proposal.map(PolicyDraft.Proposal::at).orElse(null),
        proposal.map(PolicyDraft.Proposal::reason).orElse(null),
        draft.saved(),
        draft.id().value(),
        draft.saved() - 1);
  }

  @Override
  public Optional<PolicyDraft> find(PolicyDraftId id) {
    return Sql.query(connection(), SELECT + "id = ?", JpaPolicyDraftRepository::draft, id.value())
        .stream()
        .findFirst();
  }

  @Override
  public List<PolicyDraft> of(OrganisationId organisation) {
    return Sql.query(
        connection(),
        SELECT + "organisation = ? order by changed_at desc, id",
        JpaPolicyDraftRepository::draft,
        organisation.value());
  }

  @Override
  public boolean remove(PolicyDraftId id, int saved) {
    return Rows.updateOne(
        em, "delete from policy_draft where id = ? and row_version = ?", id.value(), saved);
  }

  private static PolicyDraft draft(ResultSet row) throws SQLException {
    return new PolicyDraft(
        new PolicyDraftId(row.getObject(1, UUID.class)),
        new OrganisationId(row.getObject(2, UUID.class)),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        new AccountId(row.getObject(6, UUID.class)),
        Sql.instant(row, 7),
        Sql.instant(row, 8),
        proposal(row));
  }

  private static Optional<PolicyDraft.Proposal> proposal(ResultSet row) throws SQLException {
    UUID by = row.getObject(9, UUID.class);
    Instant at = Sql.nullableInstant(row, 10);
    return by == null || at == null
        ? Optional.empty()
        : Optional.of(new PolicyDraft.Proposal(new AccountId(by), at, row.getString(11)));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
