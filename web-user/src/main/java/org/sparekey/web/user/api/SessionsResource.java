package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.ListOwnSessions;
import org.sparekey.application.signin.RevokeOtherSessions;
import org.sparekey.application.signin.RevokeOwnSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.SessionId;

/** All open sessions of the own account. */
@Path("/sessions")
@Dependent
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  private final CurrentSession current;
  private final Answers answers;
  private final ListOwnSessions listOwnSessions;
  private final RevokeOwnSession revokeOwnSession;
  private final RevokeOtherSessions revokeOtherSessions;

  @Inject
  public SessionsResource(
      CurrentSession current,
      Answers answers,
      ListOwnSessions listOwnSessions,
      RevokeOwnSession revokeOwnSession,
      RevokeOtherSessions revokeOtherSessions) {
    this.current = current;
    this.answers = answers;
    this.listOwnSessions = listOwnSessions;
    this.revokeOwnSession = revokeOwnSession;
    this.revokeOtherSessions = revokeOtherSessions;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "listSessions", summary = "Open sessions, latest first")
  @APIResponse(
      responseCode = "200",
      description = "The sessions",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OwnSessionListRepresentation.class)))
  public OwnSessionListRepresentation list() {
    return new OwnSessionListRepresentation(
        listOwnSessions.list(session()).stream().map(OwnSessionRepresentation::of).toList());
  }

  @DELETE
  @Path("/{id}")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "revokeSession", summary = "Ends one session")
  @APIResponse(responseCode = "204", description = "Ended")
  public Response revoke(@PathParam("id") String id) {
    return SessionId.parse(id)
        .filter(other -> revokeOwnSession.revoke(session(), other, current.origin()))
        .map(ended -> Response.noContent().build())
        .orElseGet(answers::notFound);
  }

  @DELETE
  @Path("/others")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "revokeOtherSessions", summary = "Ends all sessions but this one")
  @APIResponse(
      responseCode = "200",
      description = "How many there were",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EndedSessionsRepresentation.class)))
  public EndedSessionsRepresentation revokeOthers() {
    return new EndedSessionsRepresentation(revokeOtherSessions.revoke(session(), current.origin()));
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
