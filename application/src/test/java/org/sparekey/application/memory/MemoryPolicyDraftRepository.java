package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.PolicyDraftId;

/** Drafts in memory. */
public final class MemoryPolicyDraftRepository implements PolicyDraftRepository {

  private final Map<PolicyDraftId, PolicyDraft> rows = new ConcurrentHashMap<>();

  @Override
  public void add(PolicyDraft draft) {
    if (rows.putIfAbsent(draft.id(), draft) != null) {
      throw new IllegalStateException("draft exists");
    }
  }

  @Override
  public synchronized boolean save(PolicyDraft draft) {
    return find(draft.id()).filter(row -> row.saved() == draft.saved() - 1).isPresent()
        && rows.replace(draft.id(), draft) != null;
  }

  @Override
  public Optional<PolicyDraft> find(PolicyDraftId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public List<PolicyDraft> of(OrganisationId organisation) {
    return rows.values().stream()
        .filter(row -> row.organisation().equals(organisation))
        .sorted(Comparator.comparing(PolicyDraft::changedAt).reversed())
        .toList();
  }

  @Override
  public synchronized boolean remove(PolicyDraftId id, int saved) {
    return find(id).filter(row -> row.saved() == saved).isPresent() && rows.remove(id) != null;
  }
}
