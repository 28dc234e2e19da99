package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.recoverycode.DescribeRecoveryCodes;
import org.sparekey.application.recoverycode.MakeRecoveryCodes;
import org.sparekey.application.recoverycode.RecoveryCodesOutcome;
import org.sparekey.application.recoverycode.ReissueUsedCodes;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;

/** The own recovery codes. */
@Path("/recovery-codes")
@Dependent
@Tag(name = "recovery codes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryCodesResource {

  private final CurrentSession current;
  private final Answers answers;
  private final DescribeRecoveryCodes describe;
  private final MakeRecoveryCodes make;
  private final ReissueUsedCodes reissue;

  @Inject
  public RecoveryCodesResource(
      CurrentSession current,
      Answers answers,
      DescribeRecoveryCodes describe,
      MakeRecoveryCodes make,
      ReissueUsedCodes reissue) {
    this.current = current;
    this.answers = answers;
    this.describe = describe;
    this.make = make;
    this.reissue = reissue;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "showRecoveryCodes", summary = "How many codes are left")
  @APIResponse(
      responseCode = "200",
      description = "The batch in force, without its codes",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryCodesRepresentation.class)))
  public RecoveryCodesRepresentation show() {
    return RecoveryCodesRepresentation.of(describe.describe(session()));
  }

  @POST
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "makeRecoveryCodes",
      summary = "Makes a sheet of ten codes; the one before ends",
      description =
          "Only when password and factor were given less than ten minutes ago; a sheet that exists"
              + " is not replaced on probation. The codes are told in this answer and never again.")
  @APIResponse(
      responseCode = "201",
      description = "The codes",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CodeSheetRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response make(MakeCodesRequest request) {
    return told(make.make(session(), request.replaces(), current.origin()));
  }

  @POST
  @Path("/reissue")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "reissueRecoveryCodes",
      summary = "Issues a new code for each that was used",
      description =
          "Only when password and factor were given less than ten minutes ago. The codes are told in"
              + " this answer and never again.")
  @APIResponse(
      responseCode = "201",
      description = "The new codes",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CodeSheetRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response reissue() {
    return told(reissue.reissue(session(), current.origin()));
  }

  private Response told(RecoveryCodesOutcome outcome) {
    return outcome.fold(
        made ->
            Response.status(Response.Status.CREATED)
                .entity(CodeSheetRepresentation.of(made.sheet()))
                .build(),
        refused -> answers.refused(refused.reason()));
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
