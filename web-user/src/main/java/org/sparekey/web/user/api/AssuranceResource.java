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
import org.sparekey.application.account.DescribeAssurance;
import org.sparekey.application.signin.CurrentSession;

/** How much an application may rely on the session. */
@Path("/session/assurance")
@Dependent
@Tag(name = "session")
@Produces(MediaType.APPLICATION_JSON)
public class AssuranceResource {

  private final CurrentSession current;
  private final DescribeAssurance describeAssurance;

  @Inject
  public AssuranceResource(CurrentSession current, DescribeAssurance describeAssurance) {
    this.current = current;
    this.describeAssurance = describeAssurance;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "showAssurance",
      summary = "How much an application may rely on the session",
      description =
          "After a reset there is a probation: applications should allow nothing then that cannot"
              + " be taken back.")
  @APIResponse(
      responseCode = "200",
      description = "The assurance",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AssuranceRepresentation.class)))
  public AssuranceRepresentation show() {
    return AssuranceRepresentation.of(describeAssurance.describe(current.session().orElseThrow()));
  }
}
