package org.sparekey.web.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.policy.AnalysePolicy;
import org.sparekey.application.policy.ComparePolicies;
import org.sparekey.application.policy.ExportPolicy;
import org.sparekey.application.policy.ListPolicies;
import org.sparekey.application.policy.PolicyRefusal;
import org.sparekey.application.policy.ViewPolicy;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.web.admin.policies.PolicyNames;

/** Recovery policies of the own organisation, for administrators. */
@Path("/admin/policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admin")
public class PoliciesResource {

  private static final String TEXT = "text/plain;charset=UTF-8";

  @Inject StaffGate gate;
  @Inject ListPolicies listPolicies;
  @Inject ViewPolicy viewPolicy;
  @Inject ExportPolicy exportPolicy;
  @Inject ComparePolicies comparePolicies;
  @Inject AnalysePolicy analysePolicy;

  @GET
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "listPolicies",
      summary = "List the recovery policies",
      description = "The latest version of each that the organisation may use, by key.")
  @APIResponse(
      responseCode = "200",
      description = "The policies",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PolicyJson.Shelf.class)))
  public PolicyJson.Shelf list() {
    return PolicyJson.Shelf.of(gate.askPolicy(by -> listPolicies.list(by.session(), by.origin())));
  }

  @GET
  @Path("/{key}/{version}")
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "viewPolicy",
      summary = "View a version of a recovery policy",
      description = "Its text, and who put each version into force, and why.")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PolicyJson.Full.class)))
  public PolicyJson.Full view(@PathParam("key") String key, @PathParam("version") String number) {
    PolicyVersion version = version(key, number);
    return PolicyJson.Full.of(
        gate.askPolicy(by -> viewPolicy.view(by.session(), version, by.origin())));
  }

  @GET
  @Path("/{key}/{version}/text")
  @Produces(TEXT)
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "exportPolicy",
      summary = "Export a version of a recovery policy",
      description =
          "The readable text, which any installation imports. The export is an audit entry.")
  @APIResponse(
      responseCode = "200",
      description = "The text",
      content = @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)))
  public Response text(@PathParam("key") String key, @PathParam("version") String number) {
    PolicyVersion version = version(key, number);
    String text = gate.askPolicy(by -> exportPolicy.export(by.session(), version, by.origin()));
    return Response.ok(text, TEXT)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + key + "-" + version.version() + ".txt\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/{key}/{version}/difference")
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "comparePolicies",
      summary = "Compare two versions of a recovery policy",
      description = "Line by line, from another version of the same policy to this one.")
  @APIResponse(
      responseCode = "200",
      description = "The difference",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PolicyJson.Difference.class)))
  public PolicyJson.Difference difference(
      @PathParam("key") String key,
      @PathParam("version") String number,
      @Parameter(description = "Number of the other version", required = true)
          @QueryParam("from")
          @DefaultValue("")
          String from) {
    PolicyVersion newer = version(key, number);
    PolicyVersion older = version(key, from);
    return PolicyJson.Difference.of(
        gate.askPolicy(by -> comparePolicies.compare(by.session(), older, newer, by.origin())));
  }

  @POST
  @Path("/analysis")
  @Consumes("text/plain")
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "analysePolicy",
      summary = "Analyse the text of a recovery policy",
      description =
          "Says what the text would mean before anything obeys it: its faults by line, or who could"
              + " break in and who would be locked out. Nothing is stored.")
  @APIResponse(
      responseCode = "200",
      description = "The analysis",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PolicyJson.Analysis.class)))
  public PolicyJson.Analysis analyse(
      @RequestBody(
              description = "The text, at most 16 KiB",
              required = true,
              content =
                  @Content(
                      mediaType = "text/plain",
                      schema = @Schema(implementation = String.class)))
          String text,
      @Parameter(description = "Code of the invented account on which it is tried")
          @QueryParam("account")
          @DefaultValue("prepared")
          String account) {
    return PolicyJson.Analysis.of(
        gate.askPolicy(
            by ->
                analysePolicy.analyse(
                    by.session(), text, PolicyNames.account(account), by.origin())));
  }

  private PolicyVersion version(String key, String number) {
    return PolicyNames.version(key, number)
        .orElseThrow(() -> gate.problem(PolicyRefusal.UNKNOWN_POLICY));
  }
}
