package org.sparekey.application.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.Strictness;
import org.sparekey.domain.policy.analysis.WorstCase;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;

/** Makes the next version of a policy from a draft, when nothing is in the way. */
@Dependent
class PutIntoForce {

  private final PolicyDoor door;
  private final DraftTexts texts;
  private final PolicyRepository policies;
  private final PolicyDraftRepository drafts;
  private final TellAdministrators tell;
  private final InstantSource clock;

  @Inject
  PutIntoForce(
      PolicyDoor door,
      DraftTexts texts,
      PolicyRepository policies,
      PolicyDraftRepository drafts,
      TellAdministrators tell,
      InstantSource clock) {
    this.door = door;
    this.texts = texts;
    this.policies = policies;
    this.drafts = drafts;
    this.tell = tell;
    this.clock = clock;
  }

  /** Why this draft cannot be put into force by anybody; empty when it can. */
  Optional<PolicyRefusal> obstacle(SessionView staff, PolicyDraft draft, int saved) {
    if (draft.saved() != saved) {
      return Optional.of(PolicyRefusal.STALE_DRAFT);
    }
    Optional<RecoveryPolicy> policy = draft.reading().policy();
    if (policy.isEmpty()) {
      return Optional.of(PolicyRefusal.HAS_FAULTS);
    }
    if (!policy.get().version().key().equals(draft.key())) {
      return Optional.of(PolicyRefusal.KEY_DIFFERS);
    }
    return texts
        .obstacle(staff, draft.key())
        .filter(refusal -> refusal != PolicyRefusal.TOO_MANY_DRAFTS)
        .or(() -> against(policy.get()));
  }

  private Optional<PolicyRefusal> against(RecoveryPolicy policy) {
    Optional<RecoveryPolicy> before = policies.latest(policy.version().key());
    if (before.filter(older -> older.equals(policy.as(older.version()))).isPresent()) {
      return Optional.of(PolicyRefusal.NOTHING_NEW);
    }
    boolean weaker = before.filter(older -> !Strictness.noWeaker(policy, older)).isPresent();
    return policy.rules().running() == PolicyRules.Running.FOLLOW && weaker
        ? Optional.of(PolicyRefusal.WEAKER_CANNOT_FOLLOW)
        : Optional.empty();
  }

  /** Whether one channel opens some account by a recovery (attacks row 1). */
  static boolean singleChannel(RecoveryPolicy policy) {
    return WorstCase.of(policy).singleChannel();
  }

  /**
   * Publishes the next version and removes the draft; in one transaction, and once only.
   *
   * @param draft without an obstacle
   */
  PolicyAnswer<PolicyVersion> publish(
      SessionView staff,
      PolicyDraft draft,
      PublishedPolicy.Publication publication,
      Origin origin) {
    policies.history(draft.key()).stream()
        .findFirst()
        .ifPresent(row -> policies.lock(row.policy().version()));
    List<PublishedPolicy> history = policies.history(draft.key());
    if (history.stream().anyMatch(row -> !row.organisation().equals(own(staff)))) {
      return refuse(staff, draft, PolicyRefusal.KEY_TAKEN, origin);
    }
    if (!drafts.remove(draft.id(), draft.saved())) {
      return refuse(staff, draft, PolicyRefusal.STALE_DRAFT, origin);
    }
    int next =
        history.stream().mapToInt(row -> row.policy().version().version()).max().orElse(0) + 1;
    PolicyVersion version = new PolicyVersion(draft.key(), next);
    RecoveryPolicy policy = draft.reading().policy().orElseThrow().as(version);
    policies.publish(
        new PublishedPolicy(
            policy,
            own(staff),
            Moments.storable(clock.instant()),
            Optional.of(publication),
            Optional.empty()));
    door.write(
        door.fact(AuditCode.POLICY_PUBLISHED, staff, origin)
            .policy(version.toString())
            .with(publication.second().isPresent() ? "signed-by-two" : "signed-by-one"));
    tell.others(staff, NoticeKind.POLICY_PUBLISHED, Map.of("policy", words(policy)), origin);
    return new PolicyAnswer.Granted<>(version);
  }

  private static Optional<OrganisationId> own(SessionView staff) {
    return Optional.of(staff.organisation());
  }

  private PolicyAnswer<PolicyVersion> refuse(
      SessionView staff, PolicyDraft draft, PolicyRefusal reason, Origin origin) {
    return door.refuse(staff, AuditCode.POLICY_PUBLISHED, draft.id().toString(), reason, origin);
  }

  /** For a notice. */
  static String words(RecoveryPolicy policy) {
    return policy.name() + " (" + policy.version().version() + ")";
  }
}
