package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.recovery.ListOwnRecoveries;
import org.sparekey.application.recovery.ShowRecovery;
import org.sparekey.application.recovery.StartRecovery;
import org.sparekey.application.recovery.VetoOwnRecovery;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;

/** Recoveries: of the own account for its signed-in owner, and a new one for anybody. */
@Path("/recoveries")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveriesResource {

  private final CurrentSession current;
  private final Answers answers;
  private final Cookies cookies;
  private final ListOwnRecoveries listOwnRecoveries;
  private final VetoOwnRecovery vetoOwnRecovery;
  private final StartRecovery startRecovery;
  private final ShowRecovery showRecovery;

  @Inject
  public RecoveriesResource(
      CurrentSession current,
      Answers answers,
      Cookies cookies,
      ListOwnRecoveries listOwnRecoveries,
      VetoOwnRecovery vetoOwnRecovery,
      StartRecovery startRecovery,
      ShowRecovery showRecovery) {
    this.current = current;
    this.answers = answers;
    this.cookies = cookies;
    this.listOwnRecoveries = listOwnRecoveries;
    this.vetoOwnRecovery = vetoOwnRecovery;
    this.startRecovery = startRecovery;
    this.showRecovery = showRecovery;
  }

  @GET
  @Tag(name = "recoveries")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "listRecoveries", summary = "Recoveries of the own account")
  @APIResponse(
      responseCode = "200",
      description = "The recoveries, latest first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OwnRecoveryListRepresentation.class)))
  public OwnRecoveryListRepresentation list() {
    return new OwnRecoveryListRepresentation(
        listOwnRecoveries.list(session()).stream().map(OwnRecoveryRepresentation::of).toList());
  }

  @POST
  @Path("/{id}/veto")
  @Tag(name = "recoveries")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "vetoRecovery",
      summary = "\"This is not me\"",
      description =
          "Stops a recovery that goes on. After its end, while the probation lasts, takes the"
              + " factor that it bound out of use.")
  @APIResponse(responseCode = "204", description = "Stopped")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response veto(@PathParam("id") String id) {
    return RecoveryId.parse(id)
        .map(recovery -> vetoOwnRecovery.veto(session(), recovery, current.origin()))
        .map(
            answer ->
                answer.<Response>fold(
                    done -> Response.noContent().build(),
                    refused -> answers.refused(refused.reason(), refused.retryAt())))
        .orElseGet(answers::notFound);
  }

  @POST
  @Open
  @Tag(name = "recovery ceremony")
  @Operation(
      operationId = "startRecovery",
      summary = "Starts a recovery, for any name",
      description =
          "The answer is the same whether or not the name has an account. It sets the cookie of the"
              + " ceremony, which replaces the one of an earlier recovery in this browser. A session"
              + " of the same account that waits for its factor counts as the proof by password.")
  @APIResponse(
      responseCode = "201",
      description = "Started",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryRepresentation.class)))
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response start(
      StartRecoveryRequest request,
      @Context HttpServletRequest http,
      @Context HttpServletResponse response) {
    Optional<SessionView> passwordSession =
        current.session().filter(session -> session.level() == Session.Level.PASSWORD);
    Optional<Secret> browser = cookies.read(http, CookieName.BROWSER).map(Secret::ofText);
    return startRecovery
        .start(request.name(), current.origin(), passwordSession, browser)
        .<Response>fold(
            started -> {
              cookies.write(response, CookieName.RECOVERY, started.recoveryToken().revealText());
              return showRecovery
                  .show(started.recoveryToken())
                  .map(RecoveryRepresentation::of)
                  .map(
                      recovery ->
                          Response.created(URI.create("recoveries/current"))
                              .entity(recovery)
                              .build())
                  .orElseGet(answers::notFound);
            },
            refused -> answers.refused(refused.reason(), refused.retryAt()));
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
