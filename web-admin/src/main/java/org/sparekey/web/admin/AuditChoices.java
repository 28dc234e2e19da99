package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;

/** What can be chosen in the filter of the audit log. */
@Named
@RequestScoped
public class AuditChoices {

  @Inject Words words;

  /** All events, in words and by their stable codes. */
  public List<SelectItem> getCodes() {
    return Arrays.stream(AuditCode.values())
        .map(code -> new SelectItem(code.code(), words.event(code) + " · " + code.code()))
        .toList();
  }

  /** All outcomes, in words. */
  public List<SelectItem> getOutcomes() {
    return Arrays.stream(Outcome.values())
        .map(value -> new SelectItem(value.code(), words.of("outcome.", value.code())))
        .toList();
  }
}
