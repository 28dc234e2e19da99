package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.DraftFile;
import org.sparekey.application.policy.OpenPolicyDraft;
import org.sparekey.application.policy.PolicyTrial;
import org.sparekey.application.policy.TryPolicy;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.shared.PolicyDraftId;

/** The page /admin/policies/try: what somebody would have to do if something were lost. */
@Named
@RequestScoped
public class TryBacking {

  @Inject PolicyVisit visit;
  @Inject PolicyWords words;
  @Inject OpenPolicyDraft openDraft;
  @Inject TryPolicy tryPolicy;

  private @Nullable DraftFile file;
  private @Nullable PolicyTrial trial;

  /** Tries what the address asks for, before anything is shown. */
  public void load() {
    Optional<PolicyDraftId> id = PolicyDraftId.parse(visit.param("id"));
    if (id.isEmpty()) {
      visit.notFound();
      return;
    }
    file = visit.look(by -> openDraft.open(by.session(), id.get(), by.origin())).orElse(null);
    if (file == null) {
      return;
    }
    String text = file.draft().text();
    trial =
        visit
            .act(
                "/admin/policies/try?id=" + id.get(),
                by ->
                    tryPolicy.attempt(
                        by.session(),
                        text,
                        getWho(),
                        Set.copyOf(visit.params("lost")),
                        risk(),
                        by.origin()))
            .orElse(null);
    if (trial != null) {
      words.number(trial.channels());
    }
  }

  public @Nullable DraftFile getFile() {
    return file;
  }

  public @Nullable PolicyTrial getTrial() {
    return trial;
  }

  /** A typed name, else a chosen invented account. */
  public String getWho() {
    String name = visit.param("name").strip();
    return name.isEmpty() ? PolicyNames.account(visit.param("who")).code() : name;
  }

  /** The name that was typed. */
  public String getName() {
    return visit.param("name");
  }

  public String getRisk() {
    return risk().code();
  }

  /** As the form sends it. */
  public String nameOf(Channel channel) {
    return PolicyTrial.name(channel);
  }

  private Level risk() {
    return Arrays.stream(Level.values())
        .filter(level -> level.code().equals(visit.param("risk")))
        .findFirst()
        .orElse(Level.LOW);
  }
}
