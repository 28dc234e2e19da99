package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.Origin;

/** The recovery policies of the own organisation and those that come with Sparekey. */
@UseCase
public class ListPolicies {

  private final PolicyDoor door;
  private final PolicyRepository policies;
  private final PolicyDraftRepository drafts;
  private final OrganisationRepository organisations;

  @Inject
  ListPolicies(
      PolicyDoor door,
      PolicyRepository policies,
      PolicyDraftRepository drafts,
      OrganisationRepository organisations) {
    this.door = door;
    this.policies = policies;
    this.drafts = drafts;
    this.organisations = organisations;
  }

  /** The latest version of each, by key, and the drafts. */
  public PolicyAnswer<PolicyShelf> list(SessionView staff, Origin origin) {
    return door.unless(
        door.mayRead(staff),
        staff,
        AuditCode.POLICY_VIEWED,
        "",
        origin,
        () -> {
          door.write(door.fact(AuditCode.POLICY_VIEWED, staff, origin));
          return new PolicyAnswer.Granted<>(shelf(staff));
        });
  }

  private PolicyShelf shelf(SessionView staff) {
    Organisation own = organisations.find(staff.organisation()).orElseThrow();
    List<PolicyShelf.Policy> published =
        policies.openTo(own.id()).stream().map(row -> policy(row, own)).toList();
    return new PolicyShelf(published, drafts.of(own.id()).stream().map(this::draft).toList());
  }

  private PolicyShelf.Policy policy(PublishedPolicy row, Organisation own) {
    String key = row.policy().version().key();
    return new PolicyShelf.Policy(
        row.policy().version(),
        row.policy().name(),
        row.publishedAt(),
        row.publication().map(publication -> door.name(publication.first().by())),
        row.retiredAt().isPresent(),
        own.ownerPolicy().equals(key),
        own.staffPolicy().equals(key));
  }

  private PolicyShelf.Draft draft(PolicyDraft draft) {
    return new PolicyShelf.Draft(
        draft.id(),
        draft.key(),
        draft.reading().faults().size(),
        door.name(draft.author()),
        draft.changedAt(),
        draft.proposal().isPresent());
  }
}
