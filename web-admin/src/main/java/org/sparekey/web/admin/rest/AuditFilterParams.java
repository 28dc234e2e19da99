package org.sparekey.web.admin.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.sparekey.web.admin.AuditFilterForm;

/** The filter of a search or an export, as query parameters; what is missing does not narrow. */
public class AuditFilterParams {

  @QueryParam("from")
  @DefaultValue("")
  String from = "";

  @QueryParam("to")
  @DefaultValue("")
  String to = "";

  @QueryParam("code")
  List<String> codes = List.of();

  @QueryParam("actor")
  @DefaultValue("")
  String actor = "";

  @QueryParam("subject")
  @DefaultValue("")
  String subject = "";

  @QueryParam("outcome")
  @DefaultValue("")
  String outcome = "";

  AuditFilterForm form() {
    return new AuditFilterForm(from, to, codes, actor, subject, outcome);
  }
}
