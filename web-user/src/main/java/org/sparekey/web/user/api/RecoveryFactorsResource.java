package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.recovery.AskSurvivingFactor;
import org.sparekey.application.recovery.DescribeSurvivorQuestion;
import org.sparekey.application.recovery.ProveBySurvivingFactor;
import org.sparekey.application.recovery.RecoveryRefusal;
import org.sparekey.application.recovery.ShowRecovery;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Cookies;
import org.sparekey.web.user.problem.ProblemType;

/** Factors that are left, as proofs in the recovery that this browser started. */
@Path("/recoveries/current/question")
@Dependent
@Tag(name = "recovery ceremony")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryFactorsResource {

  private final CurrentSession current;
  private final Answers answers;
  private final Cookies cookies;
  private final ShowRecovery showRecovery;
  private final AskSurvivingFactor askSurvivingFactor;
  private final DescribeSurvivorQuestion describeQuestion;
  private final ProveBySurvivingFactor proveBySurvivingFactor;

  @Inject
  public RecoveryFactorsResource(
      CurrentSession current,
      Answers answers,
      Cookies cookies,
      ShowRecovery showRecovery,
      AskSurvivingFactor askSurvivingFactor,
      DescribeSurvivorQuestion describeQuestion,
      ProveBySurvivingFactor proveBySurvivingFactor) {
    this.current = current;
    this.answers = answers;
    this.cookies = cookies;
    this.showRecovery = showRecovery;
    this.askSurvivingFactor = askSurvivingFactor;
    this.describeQuestion = describeQuestion;
    this.proveBySurvivingFactor = proveBySurvivingFactor;
  }

  @POST
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "askSurvivingFactor",
      summary = "Puts a question to a factor that is left, after the first proof",
      description = "An authenticator app needs no question: its code is given at once.")
  @APIResponse(
      responseCode = "200",
      description = "Asked; what is needed to answer, by a key of the kind's own",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SurvivorPromptRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response ask(SurvivorQuestionRequest request, @Context HttpServletRequest http) {
    return with(
        http,
        request.factor(),
        (token, factor) ->
            askSurvivingFactor
                .ask(token, factor, origin())
                .<Response>fold(
                    asked -> Response.ok(SurvivorPromptRepresentation.of(asked)).build(),
                    refused ->
                        answers.refused(
                            type(refused.reason()), refused.reason().code(), refused.retryAt())));
  }

  @GET
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "showSurvivorQuestion",
      summary = "Whether a factor has answered the question of this recovery")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = QuestionStateRepresentation.class)))
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response show(
      @Parameter(description = "Id of the factor", required = true)
          @QueryParam("factor")
          @DefaultValue("")
          String id,
      @Context HttpServletRequest http) {
    return with(
        http,
        id,
        (token, factor) ->
            Response.ok(
                    new QuestionStateRepresentation(
                        describeQuestion
                            .describe(token, factor, origin())
                            .map(
                                question ->
                                    question.status() == ChallengeStatus.OPEN
                                        ? "waiting"
                                        : "answered")
                            .orElse("over")))
                .build());
  }

  @POST
  @Path("/answer")
  @Open
  @SecurityRequirement(name = Api.RECOVERY)
  @Operation(
      operationId = "proveBySurvivingFactor",
      summary = "Gives the answer of a factor that is left as a proof",
      description =
          "With code for an app, a text or a call; with assertion for a passkey or a security key;"
              + " with neither when the device itself has answered. During a hold it can only"
              + " shorten the rest.")
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
  public Response answer(SurvivorAnswerRequest request, @Context HttpServletRequest http) {
    return with(
        http,
        request.factor(),
        (token, factor) ->
            proveBySurvivingFactor
                .prove(token, factor, request.answer(), origin())
                .<Response>fold(
                    done ->
                        showRecovery
                            .show(token)
                            .map(RecoveryRepresentation::of)
                            .map(recovery -> Response.ok(recovery).build())
                            .orElseGet(this::unknown),
                    refused -> answers.refused(refused.reason(), refused.retryAt())));
  }

  private Response with(
      HttpServletRequest http, String id, BiFunction<Secret, FactorId, Response> step) {
    Optional<Secret> token = cookies.read(http, CookieName.RECOVERY).map(Secret::ofText);
    if (token.isEmpty()) {
      return unknown();
    }
    return FactorId.parse(id)
        .map(factor -> step.apply(token.get(), factor))
        .orElseGet(() -> answers.refused(RecoveryRefusal.SURVIVOR_UNKNOWN, Optional.empty()));
  }

  private static ProblemType type(ChallengeRefusal reason) {
    return switch (reason) {
      case UNKNOWN_FACTOR -> ProblemType.INVALID;
      case SOURCE_EXHAUSTED, BUDGET_SPENT, THROTTLED -> ProblemType.THROTTLED;
      case PROVIDER_DOWN -> ProblemType.UNAVAILABLE;
      default -> ProblemType.REFUSED;
    };
  }

  private Response unknown() {
    return answers.refused(RecoveryRefusal.UNKNOWN, Optional.empty());
  }

  private Origin origin() {
    return current.origin();
  }
}
