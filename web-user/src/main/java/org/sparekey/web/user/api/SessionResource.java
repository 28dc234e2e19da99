package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.EndOwnSession;
import org.sparekey.application.signin.ProtectForms;
import org.sparekey.application.signin.SessionView;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;
import org.sparekey.web.user.kit.FormGuard;

/** The session of this browser. */
@Path("/session")
@Dependent
@Tag(name = "session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

  private final CurrentSession current;
  private final EndOwnSession endOwnSession;
  private final ProtectForms forms;
  private final Cookies cookies;

  @Inject
  public SessionResource(
      CurrentSession current, EndOwnSession endOwnSession, ProtectForms forms, Cookies cookies) {
    this.current = current;
    this.endOwnSession = endOwnSession;
    this.forms = forms;
    this.cookies = cookies;
  }

  @GET
  @Open
  @Operation(
      operationId = "showSession",
      summary = "Who is signed in, and the token against cross-site requests")
  @APIResponse(
      responseCode = "200",
      description = "The session, when there is one",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionRepresentation.class)))
  public SessionRepresentation show(@Context HttpServletRequest request) {
    return SessionRepresentation.of(
        forms.tokenFor(FormGuard.nonceOf(request)), current.session().orElse(null));
  }

  @DELETE
  @AtAnyLevel
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "endSession", summary = "Signs out")
  @APIResponse(responseCode = "204", description = "Signed out")
  public void end(@Context HttpServletResponse response) {
    SessionView session = current.session().orElseThrow();
    endOwnSession.end(session, current.origin());
    cookies.clear(response, CookieName.SESSION);
  }
}
