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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.enrolment.BeginPasskeyEnrolment;
import org.sparekey.application.enrolment.ConfirmPasskeyEnrolment;
import org.sparekey.application.enrolment.ListOwnPasskeys;
import org.sparekey.application.enrolment.ShowPasskeyEnrolment;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.problem.ProblemType;

/** Binding passkeys and security keys; bound ones are factors, see {@link FactorsResource}. */
@Path("/passkeys")
@Dependent
@Tag(name = "factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PasskeysResource {

  private static final String ALONE = "passkey";
  private static final Set<String> KINDS = Set.of(ALONE, "security-key");

  private final CurrentSession current;
  private final Answers answers;
  private final EnrolmentAnswers enrolments;
  private final ListOwnPasskeys listOwnPasskeys;
  private final BeginPasskeyEnrolment beginPasskeyEnrolment;
  private final ShowPasskeyEnrolment showPasskeyEnrolment;
  private final ConfirmPasskeyEnrolment confirmPasskeyEnrolment;

  @Inject
  public PasskeysResource(
      CurrentSession current,
      Answers answers,
      EnrolmentAnswers enrolments,
      ListOwnPasskeys listOwnPasskeys,
      BeginPasskeyEnrolment beginPasskeyEnrolment,
      ShowPasskeyEnrolment showPasskeyEnrolment,
      ConfirmPasskeyEnrolment confirmPasskeyEnrolment) {
    this.current = current;
    this.answers = answers;
    this.enrolments = enrolments;
    this.listOwnPasskeys = listOwnPasskeys;
    this.beginPasskeyEnrolment = beginPasskeyEnrolment;
    this.showPasskeyEnrolment = showPasskeyEnrolment;
    this.confirmPasskeyEnrolment = confirmPasskeyEnrolment;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "listPasskeys",
      summary = "What is known about passkeys and security keys besides the factors")
  @APIResponse(
      responseCode = "200",
      description = "The passkeys and security keys, oldest first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PasskeyListRepresentation.class)))
  public PasskeyListRepresentation list() {
    return new PasskeyListRepresentation(
        listOwnPasskeys.list(session()).stream().map(PasskeyRepresentation::of).toList());
  }

  @POST
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "beginPasskeyEnrolment",
      summary = "Begins to bind a passkey or a security key",
      description =
          "It waits ten minutes for its confirmation, in this session only. A factor that waited"
              + " before is given up. The credential must be made on a page of this site.")
  @APIResponse(
      responseCode = "201",
      description = "What the browser needs",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PasskeyEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response begin(BeginPasskeyRequest request) {
    if (!KINDS.contains(request.kind())) {
      return answers.refused(ProblemType.INVALID, "unknown-kind");
    }
    return beginPasskeyEnrolment
        .begin(session(), request.kind().equals(ALONE), current.origin())
        .<Response>fold(
            begun ->
                showPasskeyEnrolment
                    .show(session())
                    .map(PasskeyEnrolmentRepresentation::of)
                    .map(made -> Response.status(Response.Status.CREATED).entity(made).build())
                    .orElseGet(answers::notFound),
            refused -> enrolments.refused(refused.reason()));
  }

  @POST
  @Path("/{id}/confirmation")
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "confirmPasskeyEnrolment",
      summary = "Binds the passkey or security key that waits",
      description =
          "When it is the account's first factor the session rises to full, and its cookie"
              + " changes.")
  @APIResponse(responseCode = "204", description = "The factor is in use")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response confirm(
      @PathParam("id") String id,
      ConfirmPasskeyRequest request,
      @Context HttpServletResponse response) {
    return FactorId.parse(id)
        .map(factor -> confirm(factor, request, response))
        .orElseGet(answers::notFound);
  }

  private Response confirm(
      FactorId factor, ConfirmPasskeyRequest request, HttpServletResponse response) {
    return enrolments.of(
        confirmPasskeyEnrolment.confirm(
            session(), factor, request.device(), request.credential(), current.origin()),
        response);
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
