package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.policy.OpenPolicyDraft;
import org.sparekey.application.policy.PolicyFile;
import org.sparekey.application.policy.ViewPolicy;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.shared.PolicyDraftId;

/** The policy that a page tries, as its address names it: a draft, or a published version. */
@Named
@RequestScoped
public class PolicyAtHand {

  @Inject PolicyVisit visit;
  @Inject OpenPolicyDraft openDraft;
  @Inject ViewPolicy viewPolicy;

  /** What it says; when there is none, the visit is over. */
  Optional<String> text() {
    Optional<PolicyDraftId> draft = PolicyDraftId.parse(visit.param("id"));
    Optional<PolicyVersion> version = version();
    if (draft.isPresent()) {
      return visit
          .look(by -> openDraft.open(by.session(), draft.get(), by.origin()))
          .map(file -> file.draft().text());
    }
    if (version.isPresent()) {
      return visit
          .look(by -> viewPolicy.view(by.session(), version.get(), by.origin()))
          .map(PolicyFile::text);
    }
    visit.notFound();
    return Optional.empty();
  }

  private Optional<PolicyVersion> version() {
    return PolicyNames.version(visit.param("key"), visit.param("number"));
  }

  /** Whether it is a draft. */
  public boolean isDraft() {
    return !visit.param("id").isEmpty();
  }

  /** What names it in an address. */
  public String getQuery() {
    return isDraft()
        ? "id=" + PolicyVisit.encoded(visit.param("id"))
        : "key="
            + PolicyVisit.encoded(visit.param("key"))
            + "&number="
            + PolicyVisit.encoded(visit.param("number"));
  }

  /** The path of its own page. */
  public String getPage() {
    return "/admin/policies/" + (isDraft() ? "draft" : "policy") + "?" + getQuery();
  }
}
