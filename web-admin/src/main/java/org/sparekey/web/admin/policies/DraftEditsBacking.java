package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.policy.ChangePolicyDraft;
import org.sparekey.application.policy.DiscardPolicyDraft;
import org.sparekey.domain.shared.PolicyDraftId;

/** The buttons of the page /admin/policies/draft. */
@Named
@RequestScoped
public class DraftEditsBacking {

  @Inject PolicyVisit visit;
  @Inject DraftBacking page;
  @Inject ChangePolicyDraft changeDraft;
  @Inject DiscardPolicyDraft discardDraft;

  /** Shows what the fields would mean, and keeps nothing. */
  public void show() {
    typed();
  }

  /** Keeps what was typed. */
  public void save() {
    String typed = typed();
    id().flatMap(
            id ->
                visit.act(
                    here(),
                    by -> changeDraft.change(by.session(), id, saved(), typed, by.origin())))
        .ifPresent(draft -> visit.go(here() + "&done=draft-saved"));
  }

  /** One more path. */
  public void add() {
    show(sent().withPath());
  }

  /** One path less. */
  public void remove(String number) {
    show(sent().without(number));
  }

  /** Throws the draft away. */
  public void discard() {
    typed();
    id().flatMap(
            id ->
                visit.act(
                    here(), by -> discardDraft.discard(by.session(), id, saved(), by.origin())))
        .ifPresent(draft -> visit.go("/admin/policies?done=draft-discarded"));
  }

  private String typed() {
    if (page.isAsText()) {
      page.type(visit.typed("text"), null);
    } else {
      show(sent());
    }
    return page.getText();
  }

  private void show(PolicyForm form) {
    page.type(form.text(visit.param("key")), form);
  }

  private PolicyForm sent() {
    return PolicyForm.sent(visit::params);
  }

  private Optional<PolicyDraftId> id() {
    return PolicyDraftId.parse(visit.param("id"));
  }

  private int saved() {
    return PolicyNames.saved(visit.param("saved"));
  }

  private String here() {
    return "/admin/policies/draft?id=" + visit.param("id") + (page.isAsText() ? "&view=text" : "");
  }
}
