package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.sparekey.application.enrolment.AskOktaEnrolment;
import org.sparekey.application.enrolment.BeginOktaEnrolment;
import org.sparekey.application.enrolment.ConfirmOktaEnrolment;
import org.sparekey.application.enrolment.ShowOktaEnrolment;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.FactorId;

/** Binding Okta Verify; what is bound is a factor, see {@link FactorsResource}. */
@Path("/okta-verify")
@Dependent
@Tag(name = "factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OktaResource {

  private final CurrentSession current;
  private final Answers answers;
  private final EnrolmentAnswers enrolments;
  private final BeginOktaEnrolment beginOktaEnrolment;
  private final ShowOktaEnrolment showOktaEnrolment;
  private final AskOktaEnrolment askOktaEnrolment;
  private final ConfirmOktaEnrolment confirmOktaEnrolment;

  @Inject
  public OktaResource(
      CurrentSession current,
      Answers answers,
      EnrolmentAnswers enrolments,
      BeginOktaEnrolment beginOktaEnrolment,
      ShowOktaEnrolment showOktaEnrolment,
      AskOktaEnrolment askOktaEnrolment,
      ConfirmOktaEnrolment confirmOktaEnrolment) {
    this.current = current;
    this.answers = answers;
    this.enrolments = enrolments;
    this.beginOktaEnrolment = beginOktaEnrolment;
    this.showOktaEnrolment = showOktaEnrolment;
    this.askOktaEnrolment = askOktaEnrolment;
    this.confirmOktaEnrolment = confirmOktaEnrolment;
  }

  @GET
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "showOktaEnrolment", summary = "How far the enrolment is")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment of this session",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OktaEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response show() {
    return shown(Response.Status.OK);
  }

  @POST
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "beginOktaEnrolment",
      summary = "Begins to bind Okta Verify",
      description =
          "For the user at Okta whose login is the sign-in name. It waits ten minutes, in this"
              + " session only; ask again to see how far it is. A factor that waited before is"
              + " given up.")
  @APIResponse(
      responseCode = "201",
      description = "Begun",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OktaEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response begin() {
    return beginOktaEnrolment
        .begin(session(), current.origin())
        .<Response>fold(
            begun -> shown(Response.Status.CREATED),
            refused -> enrolments.refused(refused.reason()));
  }

  @POST
  @Path("/question")
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "askOktaEnrolment",
      summary = "Sends the push by which Okta Verify is proved, once it is found")
  @APIResponse(
      responseCode = "200",
      description = "It is on its way; its number comes a moment later",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OktaEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response ask() {
    return askOktaEnrolment
        .ask(session(), current.origin())
        .map(enrolments::refused)
        .orElseGet(() -> shown(Response.Status.OK));
  }

  @POST
  @Path("/{id}/confirmation")
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "confirmOktaEnrolment",
      summary = "Binds Okta Verify, when its push was approved",
      description =
          "When it is the account's first factor the session rises to full, and its cookie"
              + " changes.")
  @APIResponse(responseCode = "204", description = "The factor is in use")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response confirm(
      @PathParam("id") String id,
      ConfirmOktaRequest request,
      @Context HttpServletResponse response) {
    return FactorId.parse(id)
        .map(factor -> confirm(factor, request, response))
        .orElseGet(answers::notFound);
  }

  private Response confirm(
      FactorId factor, ConfirmOktaRequest request, HttpServletResponse response) {
    return enrolments.of(
        confirmOktaEnrolment.confirm(session(), factor, request.device(), current.origin()),
        response);
  }

  private Response shown(Response.Status status) {
    return showOktaEnrolment
        .show(session())
        .map(OktaEnrolmentRepresentation::of)
        .map(view -> Response.status(status).entity(view).build())
        .orElseGet(answers::notFound);
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
