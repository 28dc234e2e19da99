package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.authenticator.AllowQuestions;
import org.sparekey.application.authenticator.AnswerQuestion;
import org.sparekey.application.authenticator.AuthenticatorAnswer;
import org.sparekey.application.authenticator.ClaimBinding;
import org.sparekey.application.authenticator.HearQuestions;
import org.sparekey.application.authenticator.KeepPushAddress;
import org.sparekey.application.authenticator.LookAtBinding;
import org.sparekey.application.authenticator.OpenAuthenticator;
import org.sparekey.application.authenticator.PhoneAnswer;
import org.sparekey.application.authenticator.PhoneView;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.domain.shared.Origin;

/**
 * What Sparekey's own authenticator says. It has no session and sends no cookie: each act is signed
 * with the phone's key, so no other site can make a browser do any of it.
 */
@Path("/authenticator")
@Dependent
@Tag(name = "authenticator")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthenticatorResource {

  private final CurrentSession current;
  private final Answers answers;
  private final InstantSource clock;
  private final ListeningPhones listening;
  private final OpenAuthenticator openAuthenticator;
  private final LookAtBinding lookAtBinding;
  private final ClaimBinding claimBinding;
  private final HearQuestions hearQuestions;
  private final AnswerQuestion answerQuestion;
  private final KeepPushAddress keepPushAddress;
  private final AllowQuestions allowQuestions;

  @Inject
  public AuthenticatorResource(
      CurrentSession current,
      Answers answers,
      InstantSource clock,
      ListeningPhones listening,
      OpenAuthenticator openAuthenticator,
      LookAtBinding lookAtBinding,
      ClaimBinding claimBinding,
      HearQuestions hearQuestions,
      AnswerQuestion answerQuestion,
      KeepPushAddress keepPushAddress,
      AllowQuestions allowQuestions) {
    this.current = current;
    this.answers = answers;
    this.clock = clock;
    this.listening = listening;
    this.openAuthenticator = openAuthenticator;
    this.lookAtBinding = lookAtBinding;
    this.claimBinding = claimBinding;
    this.hearQuestions = hearQuestions;
    this.answerQuestion = answerQuestion;
    this.keepPushAddress = keepPushAddress;
    this.allowQuestions = allowQuestions;
  }

  @GET
  @Open
  @Operation(
      operationId = "greetAuthenticator",
      summary = "A nonce to sign, and the key to subscribe to pushes with")
  @APIResponse(
      responseCode = "200",
      description = "The nonce is good for two minutes",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AuthenticatorRepresentation.class)))
  public AuthenticatorRepresentation greet() {
    return AuthenticatorRepresentation.of(openAuthenticator.open());
  }

  @POST
  @Path("/bindings/preview")
  @Open
  @Operation(
      operationId = "previewBinding",
      summary = "Whose account a binding code is for; the code stays good")
  @APIResponse(
      responseCode = "200",
      description = "The account and the site",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BindingRepresentation.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response preview(BindingCodeRequest request) {
    return answered(
        lookAtBinding.look(request.code(), current.origin()),
        view -> Response.ok(BindingRepresentation.of(view)).build());
  }

  @POST
  @Path("/bindings")
  @Open
  @Operation(
      operationId = "claimBinding",
      summary = "A phone gives a binding code and its public key",
      description =
          "The code is good once. The phone is in use when the owner, on the page that showed the"
              + " code, has said that it is hers. Signed lines: sparekey-authenticator-1, claim,"
              + " origin of the site, code, public key.")
  @APIResponse(
      responseCode = "201",
      description = "What the phone keeps",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClaimedRepresentation.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response claim(ClaimBindingRequest request) {
    return answered(
        claimBinding.claim(
            request.code(), request.publicKey(), request.signature(), current.origin()),
        view ->
            Response.status(Response.Status.CREATED)
                .entity(ClaimedRepresentation.of(view))
                .build());
  }

  @POST
  @Path("/questions")
  @Open
  @Operation(
      operationId = "hearQuestions",
      summary = "What a phone is asked now",
      description =
          "Answers at once when the state is another than `seen`, else when it changes, after 25"
              + " seconds at most. Signed lines: sparekey-authenticator-1, hear, origin of the"
              + " site, device, nonce.")
  @APIResponse(
      responseCode = "200",
      description = "The phone's state and its open questions",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PhoneRepresentation.class)))
  @APIResponse(responseCode = "204", description = "Something broke off the waiting: ask again")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void hear(HearQuestionsRequest request, @Suspended AsyncResponse response) {
    Origin origin = current.origin();
    AuthenticatorAnswer<PhoneView> first = heard(request, origin);
    Response now = answered(first, this::phone);
    boolean news = first.fold(view -> !view.state().equals(request.seen()), refused -> true);
    if (news) {
      response.resume(now);
    } else {
      listening.hold(
          response,
          now,
          () ->
              heard(request, origin)
                  .fold(
                      view ->
                          view.state().equals(request.seen())
                              ? ListeningPhones.Turn.nothingNew()
                              : ListeningPhones.Turn.tell(phone(view)),
                      refused -> ListeningPhones.Turn.tell(Response.noContent().build())));
    }
  }

  @POST
  @Path("/answers")
  @Open
  @Operation(
      operationId = "answerQuestion",
      summary = "The owner answers on the phone",
      description =
          "Heard once. Signed lines: sparekey-authenticator-1, answer, origin of the site, device,"
              + " account, challenge, purpose, decision, number, time.")
  @APIResponse(responseCode = "204", description = "Heard")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response answer(AnswerQuestionRequest request) {
    return answered(
        answerQuestion.answer(
            new PhoneAnswer(
                request.device(),
                request.challenge(),
                request.decision(),
                request.number(),
                request.time(),
                request.signature()),
            current.origin()),
        decision -> Response.noContent().build());
  }

  @PUT
  @Path("/push-address")
  @Open
  @Operation(
      operationId = "keepPushAddress",
      summary = "Where a phone hears pushes",
      description =
          "Only at push services that the site allows. Signed lines: sparekey-authenticator-1,"
              + " address, origin of the site, device, nonce, endpoint, p256dh, auth.")
  @APIResponse(responseCode = "204", description = "Kept")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response keepPushAddress(PushAddressRequest request) {
    return answered(
        keepPushAddress.keep(
            request.device(),
            request.nonce(),
            new KeepPushAddress.Subscription(request.endpoint(), request.p256dh(), request.auth()),
            request.signature(),
            current.origin()),
        kept -> Response.noContent().build());
  }

  @POST
  @Path("/permission")
  @Open
  @Operation(
      operationId = "allowQuestions",
      summary = "Questions may come again after \"not me\"",
      description =
          "Signed lines: sparekey-authenticator-1, allow, origin of the site, device, nonce.")
  @APIResponse(responseCode = "204", description = "Allowed")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response allow(AllowQuestionsRequest request) {
    return answered(
        allowQuestions.allow(
            request.device(), request.nonce(), request.signature(), current.origin()),
        allowed -> Response.noContent().build());
  }

  private AuthenticatorAnswer<PhoneView> heard(HearQuestionsRequest request, Origin origin) {
    return hearQuestions.hear(request.device(), request.nonce(), request.signature(), origin);
  }

  private Response phone(PhoneView view) {
    return Response.ok(PhoneRepresentation.of(view, clock.instant())).build();
  }

  private <T> Response answered(AuthenticatorAnswer<T> answer, Function<T, Response> heard) {
    return answer.<Response>fold(
        heard, refused -> answers.refused(refused.reason(), refused.retryAt()));
  }
}
