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
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.recovery.AskRecoveryContacts;
import org.sparekey.application.recovery.ProveByRecoveryContacts;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.RecoveryRefusal;
import org.sparekey.application.recovery.ShowAskedContacts;
import org.sparekey.application.recovery.ShowRecovery;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;

/** The recovery contacts, in the recovery that this browser started. */
@Path("/recoveries/current/contacts")
@Dependent
@Tag(name = "recovery ceremony")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AskedContactsResource {

  private final CurrentSession current;
  private final Answers answers;
  private final Cookies cookies;
  private final ShowRecovery showRecovery;
  private final ShowAskedContacts showAskedContacts;
  private final AskRecoveryContacts askRecoveryContacts;
  private final ProveByRecoveryContacts proveByRecoveryContacts;

  @Inject
  public AskedContactsResource(
      CurrentSession current,
      Answers answers,
      Cookies cookies,
      ShowRecovery showRecovery,
      ShowAskedContacts showAskedContacts,
      AskRecoveryContacts askRecoveryContacts,
      ProveByRecoveryContacts proveByRecoveryContacts) {
    this.current = current;
    this.answers = answers;
    this.cookies = cookies;
    this.showRecovery = showRecovery;
    this.showAskedContacts = showAskedContacts;
    this.askRecoveryContacts = askRecoveryContacts;
    this.proveByRecoveryContacts = proveByRecoveryContacts;
  }

  @GET
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(operationId = "showAskedContacts", summary = "How far the recovery contacts are")
  @APIResponse(
      responseCode = "200",
      description = "How far they are",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AskedContactsRepresentation.class)))
  public Response show(@Context HttpServletRequest http) {
    return token(http)
        .flatMap(showAskedContacts::show)
        .map(AskedContactsRepresentation::of)
        .map(contacts -> Response.ok(contacts).build())
        .orElseGet(this::unknown);
  }

  @POST
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "askRecoveryContacts",
      summary = "Asks the recovery contacts for help, by mail",
      description = "After another proof. The proofs may then take a day longer.")
  @APIResponse(
      responseCode = "200",
      description = "The mails are on their way",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response ask(@Context HttpServletRequest http) {
    return step(http, token -> askRecoveryContacts.ask(token, current.origin()));
  }

  @POST
  @Path("/confirmation")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "proveByRecoveryContacts",
      summary = "Gives a code that a recovery contact read out",
      description = "With the last one that the policy asks for, the proof is given.")
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
  public Response confirm(CodeRequest request, @Context HttpServletRequest http) {
    return step(
        http, token -> proveByRecoveryContacts.prove(token, request.code(), current.origin()));
  }

  private Response step(HttpServletRequest http, Function<Secret, RecoveryAnswer> act) {
    Optional<Secret> token = token(http);
    if (token.isEmpty()) {
      return unknown();
    }
    return act.apply(token.get())
        .<Response>fold(
            done ->
                showRecovery
                    .show(token.get())
                    .map(view -> Response.ok(RecoveryRepresentation.of(view)).build())
                    .orElseGet(this::unknown),
            refused -> answers.refused(refused.reason(), refused.retryAt()));
  }

  private Optional<Secret> token(HttpServletRequest http) {
    return cookies.read(http, CookieName.RECOVERY).map(Secret::ofText);
  }

  private Response unknown() {
    return answers.refused(RecoveryRefusal.UNKNOWN, Optional.empty());
  }
}
