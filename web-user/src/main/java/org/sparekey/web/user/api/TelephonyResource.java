package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.delivery.ReceiveDeliveryReport;
import org.sparekey.web.user.problem.ProblemType;

/**
 * What providers of texts and calls post about them. They come without a session and without the
 * token of our forms: what counts is their signature.
 */
@Path("/telephony")
@Dependent
@Tag(name = "telephony")
@Produces(MediaType.APPLICATION_JSON)
public class TelephonyResource {

  private final Answers answers;
  private final ReceiveDeliveryReport receiveDeliveryReport;

  @Inject
  public TelephonyResource(Answers answers, ReceiveDeliveryReport receiveDeliveryReport) {
    this.answers = answers;
    this.receiveDeliveryReport = receiveDeliveryReport;
  }

  @POST
  @Open
  @Path("/{provider}/{message}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "reportDelivery",
      summary = "Says what became of a text or a call",
      description =
          "For providers only: Twilio's status callback, with its header `X-Twilio-Signature`. A"
              + " report that comes again, or that contradicts what is known, changes nothing.")
  @APIResponse(responseCode = "204", description = "Heard")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response report(
      @PathParam("provider") String provider,
      @PathParam("message") String message,
      @HeaderParam("X-Twilio-Signature") @Nullable String signature,
      MultivaluedMap<String, String> form) {
    return signature != null && receiveDeliveryReport.receive(provider, message, form, signature)
        ? Response.noContent().build()
        : answers.refused(ProblemType.FORBIDDEN, "wrong-signature");
  }
}
