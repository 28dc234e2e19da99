package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.AnalysePolicy;
import org.sparekey.application.policy.DraftFile;
import org.sparekey.application.policy.OpenPolicyDraft;
import org.sparekey.domain.shared.PolicyDraftId;

/** The page /admin/policies/draft: a form or a text, and beside it what it would mean. */
@Named
@RequestScoped
public class DraftBacking {

  @Inject PolicyVisit visit;
  @Inject PolicyWords words;
  @Inject OpenPolicyDraft openDraft;
  @Inject AnalysePolicy analysePolicy;

  private @Nullable DraftFile file;
  private @Nullable PolicyForm form;
  private @Nullable String text;
  private @Nullable PolicyReport report;

  /** Reads the draft, before anything is shown. */
  public void load() {
    if (getFile() != null) {
      report = report(getText());
    } else if (!visit.over()) {
      visit.notFound();
    }
  }

  /** Read at the first look: also a form that is sent stands on what there is. */
  public @Nullable DraftFile getFile() {
    if (file == null && !visit.over()) {
      file =
          PolicyDraftId.parse(visit.param("id"))
              .flatMap(id -> visit.look(by -> openDraft.open(by.session(), id, by.origin())))
              .orElse(null);
    }
    return file;
  }

  private @Nullable PolicyReport report(String shown) {
    return visit
        .look(
            by ->
                analysePolicy.analyse(
                    by.session(), shown, PolicyNames.account(getAccount()), by.origin()))
        .map(analysis -> new PolicyReport(analysis, words))
        .orElse(null);
  }

  /** Shows this in the place of what is kept. */
  public void type(String typed, @Nullable PolicyForm fields) {
    text = typed;
    form = fields;
  }

  /** How often the draft had been saved when what is in the form was read. */
  public int getSaved() {
    int seen = PolicyNames.saved(visit.param("saved"));
    DraftFile draft = getFile();
    return seen > 0 || draft == null ? seen : draft.draft().saved();
  }

  public @Nullable PolicyReport getReport() {
    return report;
  }

  /** What is shown: what was just typed, else what is kept. */
  public String getText() {
    DraftFile draft = getFile();
    return text != null ? text : draft == null ? "" : draft.draft().text();
  }

  /** The fields; null when the text has lines that no field has. */
  public @Nullable PolicyForm getForm() {
    return form != null ? form : PolicyForm.of(getText()).orElse(null);
  }

  /** Whether the text itself is edited. */
  public boolean isAsText() {
    return visit.param("view").equals("text");
  }

  public String getAccount() {
    return PolicyNames.account(visit.param("account")).code();
  }

  /** Faults of one path, in words; 0 for those that are no path's. */
  public List<String> faultsOf(int path) {
    return PolicyFaults.of(getText(), report == null ? List.of() : report.faults(), path, words);
  }
}
