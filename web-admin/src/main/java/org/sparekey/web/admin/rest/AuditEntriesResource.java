package org.sparekey.web.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.audit.AuditExport;
import org.sparekey.application.audit.AuditFilter;
import org.sparekey.application.audit.ExportAuditLog;
import org.sparekey.application.audit.SearchAuditLog;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.web.admin.AuditFilterForm;

/** The audit log of the own organisation, for compliance staff and administrators. */
@Path("/admin")
@RequestScoped
@Tag(name = "admin")
public class AuditEntriesResource {

  private static final String CSV = "text/csv;charset=UTF-8;header=present";

  @Inject StaffGate gate;
  @Inject SearchAuditLog searchLog;
  @Inject ExportAuditLog exportLog;

  @GET
  @Path("/audit-entries")
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "searchAuditLog",
      summary = "Search the audit log",
      description = "Latest first, 50 on a page. The search is an audit entry itself.")
  @APIResponse(
      responseCode = "200",
      description = "A page of entries",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EntryJson.Page.class)))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "First moment, UTC, included: 2026-11-23T08:00:00Z or 2026-11-23",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "Last moment, UTC, not included",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "code",
      in = ParameterIn.QUERY,
      description = "Stable code of an event; may be given several times",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Parameter(
      name = "actor",
      in = ParameterIn.QUERY,
      description = "Account id or sign-in name of who did it",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "subject",
      in = ParameterIn.QUERY,
      description = "Account id or sign-in name of whom it was done to",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "outcome",
      in = ParameterIn.QUERY,
      description = "success, refused or failed",
      schema = @Schema(type = SchemaType.STRING))
  public EntryJson.Page search(
      @BeanParam AuditFilterParams params,
      @Parameter(description = "The field next of the page before") @QueryParam("before")
          @Nullable String before) {
    AuditFilter filter = filter(params);
    Optional<AuditEntryId> bound = gate.entry(before);
    return EntryJson.Page.of(
        gate.ask(visitor -> searchLog.search(visitor.session(), filter, bound, visitor.origin())));
  }

  @GET
  @Path("/audit-entries.csv")
  @Produces(CSV)
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "exportAuditLog",
      summary = "Export the audit log",
      description =
          "Every entry that the filter finds, oldest first, as a stream of CSV with a header row"
              + " (RFC 4180, UTF-8). Cells that a spreadsheet could take for a formula begin with an"
              + " apostrophe. The export is an audit entry, written before the first row, and the last"
              + " one that can be in it. One more line ends a complete export: the id of that entry,"
              + " export-complete as its code, and the number of entries as its detail.")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(
      responseCode = "200",
      description = "The entries",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "First moment, UTC, included: 2026-11-23T08:00:00Z or 2026-11-23",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "Last moment, UTC, not included",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "code",
      in = ParameterIn.QUERY,
      description = "Stable code of an event; may be given several times",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Parameter(
      name = "actor",
      in = ParameterIn.QUERY,
      description = "Account id or sign-in name of who did it",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "subject",
      in = ParameterIn.QUERY,
      description = "Account id or sign-in name of whom it was done to",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "outcome",
      in = ParameterIn.QUERY,
      description = "success, refused or failed",
      schema = @Schema(type = SchemaType.STRING))
  public Response export(
      @BeanParam AuditFilterParams params,
      @Parameter(hidden = true) @HeaderParam("Sec-Fetch-Site") @Nullable String site) {
    if ("cross-site".equals(site) || "same-site".equals(site)) {
      throw gate.crossSite();
    }
    AuditFilter filter = filter(params);
    AuditExport export =
        gate.ask(visitor -> exportLog.export(visitor.session(), filter, visitor.origin()));
    StreamingOutput rows = export::writeTo;
    return Response.ok(rows, CSV)
        .header("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Without this a HEAD would be a GET whose rows nobody reads: counted, and in the log. */
  @HEAD
  @Path("/audit-entries.csv")
  @Operation(hidden = true)
  public Response exportWithoutRows() {
    throw new NotAllowedException(
        Response.status(Response.Status.METHOD_NOT_ALLOWED).allow("GET", "OPTIONS").build());
  }

  private AuditFilter filter(AuditFilterParams params) {
    AuditFilterForm form = params.form();
    if (!form.problems().isEmpty()) {
      throw gate.malformed("bad-" + form.problems().get(0));
    }
    return form.filter();
  }
}
