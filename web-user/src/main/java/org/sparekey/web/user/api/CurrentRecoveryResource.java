package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.recovery.AskForApproval;
import org.sparekey.application.recovery.BeginRecoveryEnrolment;
import org.sparekey.application.recovery.CancelRecovery;
import org.sparekey.application.recovery.CompleteRecovery;
import org.sparekey.application.recovery.ProveByMailedCode;
import org.sparekey.application.recovery.ProveByPassword;
import org.sparekey.application.recovery.ProveByRecoveryCode;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.RecoveryRefusal;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.application.recovery.SayWhatIsLost;
import org.sparekey.application.recovery.SendRecoveryCode;
import org.sparekey.application.recovery.ShowRecovery;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;

/**
 * The recovery that this browser started. The cookie alone says which one: no id in an address can
 * be somebody else's.
 */
@Path("/recoveries/current")
@Dependent
@Tag(name = "recovery ceremony")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CurrentRecoveryResource {

  private final CurrentSession current;
  private final Answers answers;
  private final Cookies cookies;
  private final ShowRecovery showRecovery;
  private final ProveByPassword proveByPassword;
  private final SendRecoveryCode sendRecoveryCode;
  private final ProveByMailedCode proveByMailedCode;
  private final ProveByRecoveryCode proveByRecoveryCode;
  private final AskForApproval askForApproval;
  private final SayWhatIsLost sayWhatIsLost;
  private final BeginRecoveryEnrolment beginRecoveryEnrolment;
  private final CompleteRecovery completeRecovery;
  private final CancelRecovery cancelRecovery;

  @Inject
  public CurrentRecoveryResource(
      CurrentSession current,
      Answers answers,
      Cookies cookies,
      ShowRecovery showRecovery,
      ProveByPassword proveByPassword,
      SendRecoveryCode sendRecoveryCode,
      ProveByMailedCode proveByMailedCode,
      ProveByRecoveryCode proveByRecoveryCode,
      AskForApproval askForApproval,
      SayWhatIsLost sayWhatIsLost,
      BeginRecoveryEnrolment beginRecoveryEnrolment,
      CompleteRecovery completeRecovery,
      CancelRecovery cancelRecovery) {
    this.current = current;
    this.answers = answers;
    this.cookies = cookies;
    this.showRecovery = showRecovery;
    this.proveByPassword = proveByPassword;
    this.sendRecoveryCode = sendRecoveryCode;
    this.proveByMailedCode = proveByMailedCode;
    this.proveByRecoveryCode = proveByRecoveryCode;
    this.askForApproval = askForApproval;
    this.sayWhatIsLost = sayWhatIsLost;
    this.beginRecoveryEnrolment = beginRecoveryEnrolment;
    this.completeRecovery = completeRecovery;
    this.cancelRecovery = cancelRecovery;
  }

  @GET
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(operationId = "showRecovery", summary = "How far the recovery is")
  @APIResponse(
      responseCode = "200",
      description = "The recovery",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  public Response show(@Context HttpServletRequest http) {
    return token(http)
        .flatMap(showRecovery::show)
        .map(RecoveryRepresentation::of)
        .map(recovery -> Response.ok(recovery).build())
        .orElseGet(this::unknown);
  }

  @POST
  @Path("/password")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(operationId = "proveByPassword", summary = "Gives the password as a proof")
  @APIResponse(
      responseCode = "200",
      description = "Right",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response password(PasswordRequest request, @Context HttpServletRequest http) {
    return step(
        http, token -> proveByPassword.prove(token, Secret.ofText(request.password()), origin()));
  }

  @POST
  @Path("/mailed-code")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "sendRecoveryCode",
      summary = "Mails a code to the account's addresses",
      description = "A later code replaces the earlier one; the count of wrong attempts stays.")
  @APIResponse(
      responseCode = "200",
      description = "If the name has an account, the code is on its way",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response mail(@Context HttpServletRequest http) {
    return step(http, token -> sendRecoveryCode.send(token, origin()));
  }

  @POST
  @Path("/mailed-code/confirmation")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(operationId = "proveByMailedCode", summary = "Gives the mailed code as a proof")
  @APIResponse(
      responseCode = "200",
      description = "Right",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response mailedCode(CodeRequest request, @Context HttpServletRequest http) {
    return step(http, token -> proveByMailedCode.prove(token, request.code(), origin()));
  }

  @POST
  @Path("/recovery-code")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "proveByRecoveryCode",
      summary = "Gives a saved recovery code as a proof and uses it up")
  @APIResponse(
      responseCode = "200",
      description = "Right",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response recoveryCode(SavedCodeRequest request, @Context HttpServletRequest http) {
    return step(
        http, token -> proveByRecoveryCode.prove(token, Secret.ofText(request.code()), origin()));
  }

  @POST
  @Path("/approval")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "askForApproval",
      summary = "Lets people of the staff decide, where decision.approvals says that they can")
  @APIResponse(
      responseCode = "200",
      description = "They are asked",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response approval(@Context HttpServletRequest http) {
    return step(http, token -> askForApproval.ask(token, origin()));
  }

  @POST
  @Path("/loss")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(operationId = "sayWhatIsLost", summary = "Says what is lost, after the first proof")
  @APIResponse(
      responseCode = "200",
      description = "Noted",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response loss(LossRequest request, @Context HttpServletRequest http) {
    List<String> ids = request.factors() == null ? List.of() : request.factors();
    Set<FactorId> factors = new HashSet<>();
    ids.forEach(id -> FactorId.parse(id).ifPresent(factors::add));
    return factors.size() < Set.copyOf(ids).size()
        ? answers.refused(RecoveryRefusal.FACTOR_UNKNOWN, Optional.empty())
        : step(http, token -> sayWhatIsLost.say(token, request.everything(), factors, origin()));
  }

  @POST
  @Path("/enrolment")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "beginRecoveryEnrolment",
      summary = "Makes the new factor, when the recovery is ready",
      description =
          "It waits ten minutes for its confirmation; asking again makes another one. The key is"
              + " told in this answer only.")
  @APIResponse(
      responseCode = "201",
      description = "The key for the authenticator app",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EnrolmentRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response enrolment(@Context HttpServletRequest http) {
    return step(
        http,
        token -> beginRecoveryEnrolment.begin(token, origin()),
        view ->
            view.enrolment()
                .map(EnrolmentRepresentation::of)
                .map(key -> Response.status(Response.Status.CREATED).entity(key).build())
                .orElseGet(answers::notFound));
  }

  @POST
  @Path("/completion")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "completeRecovery",
      summary = "Confirms the new factor and ends the lost ones",
      description =
          "In one act: the new factor is in use, the lost ones are revoked, every session and code"
              + " ends. It does not sign in.")
  @APIResponse(
      responseCode = "200",
      description = "Completed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response completion(CompletionRequest request, @Context HttpServletRequest http) {
    return FactorId.parse(request.factor())
        .map(
            factor ->
                step(
                    http,
                    token ->
                        completeRecovery.complete(
                            token, factor, request.device(), request.code(), origin())))
        .orElseGet(() -> answers.refused(RecoveryRefusal.FACTOR_UNKNOWN, Optional.empty()));
  }

  @POST
  @Path("/cancellation")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(operationId = "cancelRecovery", summary = "Gives up")
  @APIResponse(
      responseCode = "200",
      description = "Given up; nothing has changed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response cancellation(@Context HttpServletRequest http) {
    return step(http, token -> cancelRecovery.cancel(token, origin()));
  }

  private Response step(HttpServletRequest http, Function<Secret, RecoveryAnswer> act) {
    return step(http, act, view -> Response.ok(RecoveryRepresentation.of(view)).build());
  }

  private Response step(
      HttpServletRequest http,
      Function<Secret, RecoveryAnswer> act,
      Function<RecoveryView, Response> told) {
    Optional<Secret> token = token(http);
    if (token.isEmpty()) {
      return unknown();
    }
    return act.apply(token.get())
        .<Response>fold(
            done -> showRecovery.show(token.get()).map(told).orElseGet(this::unknown),
            refused -> answers.refused(refused.reason(), refused.retryAt()));
  }

  private Optional<Secret> token(HttpServletRequest http) {
    return cookies.read(http, CookieName.RECOVERY).map(Secret::ofText);
  }

  private Response unknown() {
    return answers.refused(RecoveryRefusal.UNKNOWN, Optional.empty());
  }

  private Origin origin() {
    return current.origin();
  }
}
