package org.sparekey.web.admin.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.sparekey.web.admin.AuditFilterForm;

/** The filter of a search or an export, as query parameters; what is missing does not narrow. */
public class AuditFilterParams {

  @Parameter(description = "First moment, UTC, included: 2026-11-23T08:00:00Z or 2026-11-23")
  @QueryParam("from")
  @DefaultValue("")
  String from = "";

  @Parameter(description = "Last moment, UTC, not included")
  @QueryParam("to")
  @DefaultValue("")
  String to = "";

  @Parameter(description = "Stable code of an event; may be given several times")
  @QueryParam("code")
  List<String> codes = List.of();

  @Parameter(description = "Account id or sign-in name of who did it")
  @QueryParam("actor")
  @DefaultValue("")
  String actor = "";

  @Parameter(description = "Account id or sign-in name of whom it was done to")
  @QueryParam("subject")
  @DefaultValue("")
  String subject = "";

  @Parameter(description = "success, refused or failed")
  @QueryParam("outcome")
  @DefaultValue("")
  String outcome = "";

  AuditFilterForm form() {
    return new AuditFilterForm(from, to, codes, actor, subject, outcome);
  }
}
