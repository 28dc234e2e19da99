package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.SiteView;
import org.sparekey.web.user.problem.ProblemType;

/** What stands behind the type URIs (RFC 9457 §3.1.1: they should be resolvable). */
@Path("/problems")
@Dependent
@Tag(name = "problems")
@Produces(MediaType.APPLICATION_JSON)
public class ProblemsResource {

  private final URI baseUrl;
  private final Answers answers;

  @Inject
  public ProblemsResource(SiteView site, Answers answers) {
    this.baseUrl = site.baseUrl();
    this.answers = answers;
  }

  @GET
  @Open
  @Operation(operationId = "listProblemTypes", summary = "All types of problem")
  @APIResponse(
      responseCode = "200",
      description = "The types",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProblemTypeListRepresentation.class)))
  public ProblemTypeListRepresentation list() {
    return new ProblemTypeListRepresentation(
        Arrays.stream(ProblemType.values())
            .map(type -> ProblemTypeRepresentation.of(type, baseUrl))
            .toList());
  }

  @GET
  @Path("/{code}")
  @Open
  @Operation(operationId = "showProblemType", summary = "One type of problem")
  @APIResponse(
      responseCode = "200",
      description = "The type",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProblemTypeRepresentation.class)))
  public Response show(@PathParam("code") String code) {
    return ProblemType.coded(code)
        .map(type -> Response.ok(ProblemTypeRepresentation.of(type, baseUrl)).build())
        .orElseGet(answers::notFound);
  }
}
