package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.enrolment.AllowOwnQuestions;
import org.sparekey.application.enrolment.ShowStoppedQuestions;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;

/** "Not me" on a phone stops questions to all phones of its owner, who allows them again here. */
@Path("/factors/stopped-questions")
@Dependent
@Tag(name = "factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StoppedQuestionsResource {

  private final CurrentSession current;
  private final Answers answers;
  private final EnrolmentAnswers enrolments;
  private final ShowStoppedQuestions showStoppedQuestions;
  private final AllowOwnQuestions allowOwnQuestions;

  @Inject
  public StoppedQuestionsResource(
      CurrentSession current,
      Answers answers,
      EnrolmentAnswers enrolments,
      ShowStoppedQuestions showStoppedQuestions,
      AllowOwnQuestions allowOwnQuestions) {
    this.current = current;
    this.answers = answers;
    this.enrolments = enrolments;
    this.showStoppedQuestions = showStoppedQuestions;
    this.allowOwnQuestions = allowOwnQuestions;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "showStoppedQuestions",
      summary = "Whether questions to the phones are stopped")
  @APIResponse(
      responseCode = "200",
      description = "They are",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StoppedQuestionsRepresentation.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response show() {
    return showStoppedQuestions
        .since(session())
        .map(StoppedQuestionsRepresentation::new)
        .map(stopped -> Response.ok(stopped).build())
        .orElseGet(answers::notFound);
  }

  @DELETE
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "allowOwnQuestions",
      summary = "Lets questions come to the phones again",
      description =
          "Not on probation, and only when password and factor were given less than ten minutes"
              + " ago.")
  @APIResponse(responseCode = "204", description = "They may come")
  public Response allow() {
    return enrolments.of(allowOwnQuestions.allow(session(), current.origin()));
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
