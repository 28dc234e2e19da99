package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.PolicyFile;
import org.sparekey.application.policy.StartPolicyDraft;
import org.sparekey.application.policy.ViewPolicy;
import org.sparekey.domain.policy.PolicyVersion;

/** The page /admin/policies/policy: one version, its history, and what can be done with it. */
@Named
@RequestScoped
public class PolicyBacking {

  @Inject PolicyVisit visit;
  @Inject ViewPolicy viewPolicy;
  @Inject StartPolicyDraft startDraft;

  private @Nullable PolicyFile file;
  private String key = "";

  /** Reads the version, before anything is shown. */
  public void load() {
    if (getFile() == null && !visit.over()) {
      visit.notFound();
    }
  }

  /** Read at the first look: also a form that is sent stands on what there is. */
  public @Nullable PolicyFile getFile() {
    if (file == null && !visit.over()) {
      file =
          version()
              .flatMap(
                  version -> visit.look(by -> viewPolicy.view(by.session(), version, by.origin())))
              .orElse(null);
    }
    return file;
  }

  /** Begins a draft with what this version says. */
  public void start() {
    version()
        .flatMap(
            from ->
                visit.act(
                    "/admin/policies/policy?" + query(from),
                    by -> startDraft.start(by.session(), from, key, by.origin())))
        .ifPresent(id -> visit.go("/admin/policies/draft?id=" + id));
  }

  private Optional<PolicyVersion> version() {
    return PolicyNames.version(visit.param("key"), visit.param("number"));
  }

  private static String query(PolicyVersion version) {
    return "key=" + version.key() + "&number=" + version.version();
  }

  public String getKey() {
    return key;
  }

  public void setKey(@Nullable String key) {
    this.key = key == null ? "" : key;
  }
}
