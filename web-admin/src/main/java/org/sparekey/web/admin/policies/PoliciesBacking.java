package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.ImportPolicy;
import org.sparekey.application.policy.ListPolicies;
import org.sparekey.application.policy.PolicyShelf;

/** The page /admin/policies: all policies, all drafts, and a text to import. */
@Named
@RequestScoped
public class PoliciesBacking {

  @Inject PolicyVisit visit;
  @Inject ListPolicies listPolicies;
  @Inject ImportPolicy importPolicy;

  private @Nullable PolicyShelf shelf;
  private String text = "";

  /** Reads what there is, before anything is shown. */
  public void load() {
    getShelf();
  }

  /** Read at the first look: also a form that is sent stands on what there is. */
  public @Nullable PolicyShelf getShelf() {
    if (shelf == null && !visit.over()) {
      shelf = visit.look(by -> listPolicies.list(by.session(), by.origin())).orElse(null);
    }
    return shelf;
  }

  /** Begins a draft with the text that was pasted. */
  public void take() {
    visit
        .act("/admin/policies", by -> importPolicy.take(by.session(), text, by.origin()))
        .ifPresent(id -> visit.go("/admin/policies/draft?id=" + id));
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text == null ? "" : text;
  }
}
