package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.enrolment.BeginTotpEnrolment;
import org.sparekey.application.enrolment.ConfirmTotpEnrolment;
import org.sparekey.application.enrolment.ListOwnFactors;
import org.sparekey.application.enrolment.RemoveOwnFactor;
import org.sparekey.application.enrolment.RenameOwnFactor;
import org.sparekey.application.enrolment.ShowTotpEnrolment;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.problem.ProblemType;

/** The own factors. */
@Path("/factors")
@Dependent
@Tag(name = "factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FactorsResource {

  private final CurrentSession current;
  private final Answers answers;
  private final EnrolmentAnswers enrolments;
  private final ListOwnFactors listOwnFactors;
  private final BeginTotpEnrolment beginTotpEnrolment;
  private final ShowTotpEnrolment showTotpEnrolment;
  private final ConfirmTotpEnrolment confirmTotpEnrolment;
  private final RenameOwnFactor renameOwnFactor;
  private final RemoveOwnFactor removeOwnFactor;

  @Inject
  public FactorsResource(
      CurrentSession current,
      Answers answers,
      EnrolmentAnswers enrolments,
      ListOwnFactors listOwnFactors,
      BeginTotpEnrolment beginTotpEnrolment,
      ShowTotpEnrolment showTotpEnrolment,
      ConfirmTotpEnrolment confirmTotpEnrolment,
      RenameOwnFactor renameOwnFactor,
      RemoveOwnFactor removeOwnFactor) {
    this.current = current;
    this.answers = answers;
    this.enrolments = enrolments;
    this.listOwnFactors = listOwnFactors;
    this.beginTotpEnrolment = beginTotpEnrolment;
    this.showTotpEnrolment = showTotpEnrolment;
    this.confirmTotpEnrolment = confirmTotpEnrolment;
    this.renameOwnFactor = renameOwnFactor;
    this.removeOwnFactor = removeOwnFactor;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "listFactors", summary = "Factors in use or suspended")
  @APIResponse(
      responseCode = "200",
      description = "The factors, oldest first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FactorListRepresentation.class)))
  public FactorListRepresentation list() {
    return new FactorListRepresentation(
        listOwnFactors.list(session()).stream().map(FactorRepresentation::of).toList());
  }

  @POST
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "beginEnrolment",
      summary = "Begins to bind a factor",
      description =
          "The new factor waits ten minutes for its confirmation, in this session only. A factor"
              + " that waited before is given up. The key is told in this answer and never again.")
  @APIResponse(
      responseCode = "201",
      description = "The key for the authenticator app",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EnrolmentRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response begin(BeginEnrolmentRequest request) {
    if (!request.kind().equals("totp")) {
      return answers.refused(ProblemType.INVALID, "unknown-kind");
    }
    return beginTotpEnrolment
        .begin(session(), current.origin())
        .<Response>fold(
            begun ->
                showTotpEnrolment
                    .show(session())
                    .map(EnrolmentRepresentation::of)
                    .map(key -> Response.status(Response.Status.CREATED).entity(key).build())
                    .orElseGet(answers::notFound),
            refused -> enrolments.refused(refused.reason()));
  }

  @POST
  @Path("/{id}/confirmation")
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "confirmEnrolment",
      summary = "Binds the factor that waits",
      description =
          "When it is the account's first factor the session rises to full, and its cookie changes.")
  @APIResponse(responseCode = "204", description = "The factor is in use")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response confirm(
      @PathParam("id") String id,
      ConfirmEnrolmentRequest request,
      @Context HttpServletResponse response) {
    return FactorId.parse(id)
        .map(factor -> confirm(factor, request, response))
        .orElseGet(answers::notFound);
  }

  @PATCH
  @Path("/{id}")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "renameFactor", summary = "Gives the device another name")
  @APIResponse(responseCode = "204", description = "Renamed")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response rename(@PathParam("id") String id, RenameFactorRequest request) {
    return FactorId.parse(id)
        .map(
            factor ->
                enrolments.of(
                    renameOwnFactor.rename(session(), factor, request.device(), current.origin())))
        .orElseGet(answers::notFound);
  }

  @DELETE
  @Path("/{id}")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "removeFactor",
      summary = "Ends a factor for ever",
      description =
          "Not the last one, not on probation, and only when password and factor were given less"
              + " than ten minutes ago.")
  @APIResponse(responseCode = "204", description = "It is no factor any more")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response remove(@PathParam("id") String id) {
    return FactorId.parse(id)
        .map(factor -> enrolments.of(removeOwnFactor.remove(session(), factor, current.origin())))
        .orElseGet(answers::notFound);
  }

  private Response confirm(
      FactorId factor, ConfirmEnrolmentRequest request, HttpServletResponse response) {
    return enrolments.of(
        confirmTotpEnrolment.confirm(
            session(), factor, request.device(), request.code(), current.origin()),
        response);
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
