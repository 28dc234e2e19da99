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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.BeginPhoneEnrolment;
import org.sparekey.application.enrolment.ConfirmPhoneEnrolment;
import org.sparekey.application.enrolment.SendEnrolmentCode;
import org.sparekey.application.enrolment.ShowPhoneEnrolment;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.problem.ProblemType;

/**
 * Binding phones, for codes by text or call; bound ones are factors, see {@link FactorsResource}.
 */
@Path("/phone-numbers")
@Dependent
@Tag(name = "factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NumbersResource {

  private static final Map<String, FactorKind> KINDS =
      Map.of(FactorKind.SMS.code(), FactorKind.SMS, FactorKind.VOICE.code(), FactorKind.VOICE);
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final CurrentSession current;
  private final Answers answers;
  private final EnrolmentAnswers enrolments;
  private final BeginPhoneEnrolment beginPhoneEnrolment;
  private final SendEnrolmentCode sendEnrolmentCode;
  private final ShowPhoneEnrolment showPhoneEnrolment;
  private final ConfirmPhoneEnrolment confirmPhoneEnrolment;

  @Inject
  public NumbersResource(
      CurrentSession current,
      Answers answers,
      EnrolmentAnswers enrolments,
      BeginPhoneEnrolment beginPhoneEnrolment,
      SendEnrolmentCode sendEnrolmentCode,
      ShowPhoneEnrolment showPhoneEnrolment,
      ConfirmPhoneEnrolment confirmPhoneEnrolment) {
    this.current = current;
    this.answers = answers;
    this.enrolments = enrolments;
    this.beginPhoneEnrolment = beginPhoneEnrolment;
    this.sendEnrolmentCode = sendEnrolmentCode;
    this.showPhoneEnrolment = showPhoneEnrolment;
    this.confirmPhoneEnrolment = confirmPhoneEnrolment;
  }

  @GET
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "showNumberEnrolment", summary = "The phone that waits for its code")
  @APIResponse(
      responseCode = "200",
      description = "It waits",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NumberEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response show() {
    return shown(Response.Status.OK);
  }

  @POST
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "beginNumberEnrolment",
      summary = "Begins to bind a phone, and sends a code there",
      description =
          "It waits ten minutes for its code, in this session only. A factor that waited before is"
              + " given up. Nothing waits when the code cannot be sent.")
  @APIResponse(
      responseCode = "201",
      description = "The code is on its way",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NumberEnrolmentRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response begin(BeginNumberRequest request) {
    FactorKind kind = KINDS.get(request.kind());
    Optional<Locale> region = region(request.region());
    if (kind == null || region.isEmpty()) {
      return answers.refused(ProblemType.INVALID, kind == null ? "unknown-kind" : "unknown-region");
    }
    return beginPhoneEnrolment
        .begin(session(), kind, request.number(), region.get(), current.origin())
        .<Response>fold(
            begun -> shown(Response.Status.CREATED),
            refused -> enrolments.refused(refused.reason()));
  }

  @POST
  @Path("/code")
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "sendNumberCode",
      summary = "Sends another code to the phone that waits",
      description = "Only the last code counts, and wrong ones stay counted.")
  @APIResponse(responseCode = "204", description = "The code is on its way")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response send() {
    return enrolments.of(sendEnrolmentCode.send(session(), current.origin()));
  }

  @POST
  @Path("/{id}/confirmation")
  @WhileEnrolling
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "confirmNumberEnrolment",
      summary = "Binds the phone by the code that went there",
      description =
          "When it is the account's first factor the session rises to full, and its cookie"
              + " changes.")
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

  private Response confirm(
      FactorId factor, ConfirmEnrolmentRequest request, HttpServletResponse response) {
    return enrolments.of(
        confirmPhoneEnrolment.confirm(
            session(), factor, request.device(), request.code(), current.origin()),
        response);
  }

  private Response shown(Response.Status status) {
    return showPhoneEnrolment
        .show(session())
        .map(NumberEnrolmentRepresentation::of)
        .map(phone -> Response.status(status).entity(phone).build())
        .orElseGet(answers::notFound);
  }

  /** The country that was named, else the one of the owner's language; empty when it is none. */
  private Optional<Locale> region(@Nullable String country) {
    if (country == null) {
      return Optional.of(session().language());
    }
    return COUNTRIES.contains(country)
        ? Optional.of(new Locale.Builder().setRegion(country).build())
        : Optional.empty();
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
