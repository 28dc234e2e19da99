package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.drill.ShowLastDrill;
import org.sparekey.application.readiness.DescribeReadiness;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;

/** What the owner can count on when something is lost or stolen. */
@Path("/readiness")
@Dependent
@Tag(name = "readiness")
@Produces(MediaType.APPLICATION_JSON)
public class ReadinessResource {

  private final CurrentSession current;
  private final DescribeReadiness describeReadiness;
  private final ShowLastDrill showLastDrill;

  @Inject
  public ReadinessResource(
      CurrentSession current, DescribeReadiness describeReadiness, ShowLastDrill showLastDrill) {
    this.current = current;
    this.describeReadiness = describeReadiness;
    this.showLastDrill = showLastDrill;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "showReadiness",
      summary = "What the owner can count on when something is lost or stolen",
      description =
          "The exact analysis of the account under the recovery policy in force: what is left after"
              + " each usual loss, which theft is enough, what would help, and what the last rehearsal said.")
  @APIResponse(
      responseCode = "200",
      description = "The readiness",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReadinessRepresentation.class)))
  public ReadinessRepresentation show() {
    SessionView session = current.session().orElseThrow();
    return ReadinessRepresentation.of(
        describeReadiness.describe(session), showLastDrill.show(session));
  }
}
