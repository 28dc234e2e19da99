package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.DescribeQuestion;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.FactorId;

/** The question that the session's page has put to a factor: it waits for the answer. */
@Path("/session/question")
@Dependent
@Tag(name = "session")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionResource {

  private final CurrentSession current;
  private final DescribeQuestion describeQuestion;

  @Inject
  public QuestionResource(CurrentSession current, DescribeQuestion describeQuestion) {
    this.current = current;
    this.describeQuestion = describeQuestion;
  }

  @GET
  @AtAnyLevel
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "showQuestion",
      summary = "Whether a factor has answered the question of the sign-in or confirmation")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = QuestionStateRepresentation.class)))
  public QuestionStateRepresentation show(
      @Parameter(description = "Id of the factor", required = true)
          @QueryParam("factor")
          @DefaultValue("")
          String factor) {
    SessionView session = current.session().orElseThrow();
    return new QuestionStateRepresentation(
        FactorId.parse(factor)
            .flatMap(id -> describeQuestion.describe(session, id, current.origin()))
            .map(question -> question.status() == ChallengeStatus.OPEN ? "waiting" : "answered")
            .orElse("over"));
  }
}
