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
import org.sparekey.application.signin.ForgetKnownBrowser;
import org.sparekey.application.signin.ListKnownBrowsers;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.BrowserId;

/** Known browsers of the own account, and which of them stand in for a factor. */
@Path("/browsers")
@Dependent
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public class BrowsersResource {

  private final CurrentSession current;
  private final Answers answers;
  private final ListKnownBrowsers listKnownBrowsers;
  private final ForgetKnownBrowser forgetKnownBrowser;

  @Inject
  public BrowsersResource(
      CurrentSession current,
      Answers answers,
      ListKnownBrowsers listKnownBrowsers,
      ForgetKnownBrowser forgetKnownBrowser) {
    this.current = current;
    this.answers = answers;
    this.listKnownBrowsers = listKnownBrowsers;
    this.forgetKnownBrowser = forgetKnownBrowser;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "listBrowsers", summary = "Known browsers, latest first")
  @APIResponse(
      responseCode = "200",
      description = "The browsers",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KnownBrowserListRepresentation.class)))
  public KnownBrowserListRepresentation list() {
    return new KnownBrowserListRepresentation(
        listKnownBrowsers.list(session()).stream().map(KnownBrowserRepresentation::of).toList());
  }

  @DELETE
  @Path("/{id}")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "forgetBrowser",
      summary = "Forgets one browser",
      description =
          "It is new at its next sign-in; a session that it opened in the place of a factor ends.")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public Response forget(@PathParam("id") String id) {
    return BrowserId.parse(id)
        .filter(browser -> forgetKnownBrowser.forget(session(), browser, current.origin()))
        .map(forgotten -> Response.noContent().build())
        .orElseGet(answers::notFound);
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
