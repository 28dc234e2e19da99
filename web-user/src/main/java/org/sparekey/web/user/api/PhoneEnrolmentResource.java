package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.sparekey.application.enrolment.BeginPushEnrolment;
import org.sparekey.application.enrolment.ConfirmPushEnrolment;
import org.sparekey.application.enrolment.RefusePhone;
import org.sparekey.application.enrolment.ShowPushEnrolment;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.FactorId;

/** A phone with Sparekey's own authenticator that is being bound. */
@Path("/factors/phone")
@Dependent
@Tag(name = "factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PhoneEnrolmentResource {

  private final CurrentSession current;
  private final Answers answers;
  private final EnrolmentAnswers enrolments;
  private final BeginPushEnrolment beginPushEnrolment;
  private final ShowPushEnrolment showPushEnrolment;
  private final ConfirmPushEnrolment confirmPushEnrolment;
  private final RefusePhone refusePhone;

  @Inject
  public PhoneEnrolmentResource(
      CurrentSession current,
      Answers answers,
      EnrolmentAnswers enrolments,
      BeginPushEnrolment beginPushEnrolment,
      ShowPushEnrolment showPushEnrolment,
      ConfirmPushEnrolment confirmPushEnrolment,
      RefusePhone refusePhone) {
    this.current = current;
    this.answers = answers;
    this.enrolments = enrolments;
    this.beginPushEnrolment = beginPushEnrolment;
    this.showPushEnrolment = showPushEnrolment;
    this.confirmPushEnrolment = confirmPushEnrolment;
    this.refusePhone = refusePhone;
  }

  @POST
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "beginPhoneEnrolment",
      summary = "Makes a binding code for a phone",
      description =
          "The code is good once, for ten minutes, for this session. What the session began before"
              + " is given up.")
  @APIResponse(
      responseCode = "201",
      description = "The code for the phone",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PhoneEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response begin() {
    return beginPushEnrolment
        .begin(session(), current.origin())
        .<Response>fold(
            begun ->
                showPushEnrolment
                    .show(session())
                    .map(PhoneEnrolmentRepresentation::begun)
                    .map(code -> Response.status(Response.Status.CREATED).entity(code).build())
                    .orElseGet(answers::notFound),
            refused -> enrolments.refused(refused.reason()));
  }

  @GET
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "showPhoneEnrolment",
      summary = "Whether a phone has given the code, and which")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PhoneEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response show() {
    return showPushEnrolment
        .show(session())
        .map(PhoneEnrolmentRepresentation::of)
        .map(view -> Response.ok(view).build())
        .orElseGet(answers::notFound);
  }

  @POST
  @Path("/confirmation")
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "confirmPhone",
      summary = "The phone is the owner's: it is in use from now on",
      description =
          "When it is the account's first factor the session rises to full, and its cookie changes.")
  @APIResponse(responseCode = "204", description = "The phone is in use")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response confirm(ConfirmPhoneRequest request, @Context HttpServletResponse response) {
    return FactorId.parse(request.id())
        .map(id -> confirm(id, request.device(), response))
        .orElseGet(answers::notFound);
  }

  @DELETE
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "refusePhone",
      summary = "The phone is not the owner's, or not wanted: it is forgotten")
  @APIResponse(responseCode = "204", description = "Nothing is pending any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response refuse() {
    return refusePhone.refuse(session(), current.origin())
        ? Response.noContent().build()
        : answers.notFound();
  }

  private Response confirm(FactorId id, String device, HttpServletResponse response) {
    return enrolments.of(
        confirmPushEnrolment.confirm(session(), id, device, current.origin()), response);
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
