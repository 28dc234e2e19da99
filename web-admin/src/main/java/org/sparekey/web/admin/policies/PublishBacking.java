package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.DraftFile;
import org.sparekey.application.policy.OpenPolicyDraft;
import org.sparekey.application.policy.PolicyAnswer;
import org.sparekey.application.policy.ProposePolicy;
import org.sparekey.application.policy.PublishPolicy;
import org.sparekey.application.policy.SignPolicy;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.shared.PolicyDraftId;
import org.sparekey.web.admin.StaffDoor.Visitor;

/** The page /admin/policies/publish: what changes, and the word of one or two people. */
@Named
@RequestScoped
public class PublishBacking {

  @Inject PolicyVisit visit;
  @Inject OpenPolicyDraft openDraft;
  @Inject PublishPolicy publishPolicy;
  @Inject ProposePolicy proposePolicy;
  @Inject SignPolicy signPolicy;

  private @Nullable DraftFile file;
  private String reason = "";

  /** Reads the draft, before anything is shown. */
  public void load() {
    if (getFile() == null && !visit.over()) {
      visit.notFound();
    }
  }

  /** Read at the first look: also a form that is sent stands on what there is. */
  public @Nullable DraftFile getFile() {
    if (file == null && !visit.over()) {
      file =
          id().flatMap(id -> visit.look(by -> openDraft.open(by.session(), id, by.origin())))
              .orElse(null);
    }
    return file;
  }

  /** One person publishes. */
  public void publish() {
    act((by, id) -> publishPolicy.publish(by.session(), id, saved(), reason, by.origin()))
        .ifPresent(this::published);
  }

  /** One person asks another to sign. */
  public void propose() {
    act((by, id) -> proposePolicy.propose(by.session(), id, saved(), reason, by.origin()))
        .ifPresent(draft -> visit.go(here() + "&done=policy-proposed"));
  }

  /** The other one signs. */
  public void sign() {
    act((by, id) -> signPolicy.sign(by.session(), id, saved(), reason, by.origin()))
        .ifPresent(this::published);
  }

  private <T> Optional<T> act(BiFunction<Visitor, PolicyDraftId, PolicyAnswer<T>> useCase) {
    return id().flatMap(id -> visit.act(here(), by -> useCase.apply(by, id)));
  }

  private void published(PolicyVersion version) {
    String policy = "key=" + version.key() + "&number=" + version.version();
    visit.go("/admin/policies/policy?" + policy + "&done=policy-published");
  }

  private String here() {
    return "/admin/policies/publish?id=" + visit.param("id");
  }

  private Optional<PolicyDraftId> id() {
    return PolicyDraftId.parse(visit.param("id"));
  }

  private int saved() {
    return PolicyNames.saved(visit.param("saved"));
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
