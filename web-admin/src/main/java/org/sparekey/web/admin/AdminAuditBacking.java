package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.audit.AuditLine;
import org.sparekey.application.audit.AuditPage;
import org.sparekey.application.audit.SearchAuditLog;
import org.sparekey.domain.shared.AuditEntryId;

/** The page /admin/audit. */
@Named
@RequestScoped
public class AdminAuditBacking {

  @Inject StaffDoor door;
  @Inject Words words;
  @Inject SearchAuditLog searchLog;

  private @Nullable AuditFilterForm form;
  private @Nullable AuditPage page;

  /** Searches as the address asks, before anything is shown. */
  public void load() {
    AuditFilterForm asked = getForm();
    List<String> problems = asked.problems();
    problems.forEach(this::say);
    if (problems.isEmpty()) {
      Optional<AuditEntryId> before = AuditEntryId.parse(door.param("before"));
      page =
          door.ask(by -> searchLog.search(by.session(), asked.filter(), before, by.origin()))
              .orElse(null);
    } else if (!door.isReadsLog()) {
      door.refuse(403);
    }
  }

  private void say(String field) {
    String text = words.of("audit.bad.", field);
    FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    FacesContext.getCurrentInstance().addMessage(field, message);
  }

  public AuditFilterForm getForm() {
    if (form == null) {
      form =
          new AuditFilterForm(
              door.param("from"),
              door.param("to"),
              List.of(door.param("code")),
              door.param("actor"),
              door.param("subject"),
              door.param("outcome"));
    }
    return form;
  }

  public String getCode() {
    return getForm().codes().isEmpty() ? "" : getForm().codes().get(0);
  }

  /** Whether the log was read. */
  public boolean isSearched() {
    return page != null;
  }

  public List<AuditLine> getLines() {
    return page == null ? List.of() : page.lines();
  }

  /** Whether older entries than the latest are shown. */
  public boolean isFurther() {
    return !door.param("before").isEmpty();
  }

  /** Whether anything narrows the search. */
  public boolean isNarrowed() {
    return !getQuery().isEmpty();
  }

  public String getQuery() {
    return getForm().query();
  }

  /** The query of the page with older entries, or empty. */
  public String getOlderQuery() {
    return page == null
        ? ""
        : page.next()
            .map(next -> (isNarrowed() ? getQuery() + "&" : "") + "before=" + next)
            .orElse("");
  }
}
