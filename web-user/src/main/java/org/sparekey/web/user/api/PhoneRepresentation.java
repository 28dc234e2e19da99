package org.sparekey.web.user.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.authenticator.PhoneView;

/** A phone and what it is asked. */
@Schema(
    name = "Phone",
    requiredProperties = {
      "status",
      "name",
      "account",
      "signInName",
      "stopped",
      "subscribed",
      "questions",
      "state",
      "nonce"
    })
public record PhoneRepresentation(
    @Schema(
            description = "pending: waits for the owner on the page that showed the code",
            enumeration = {"pending", "active", "suspended"},
            example = "active")
        String status,
    @Schema(description = "What the owner calls the phone", example = "Pixel 8") String name,
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10") String account,
    @Schema(example = "mara@acme.example") String signInName,
    @Schema(description = "\"Not me\" was said: nobody may ask until it is allowed again")
        boolean stopped,
    @Schema(description = "Whether pushes are sent to this phone") boolean subscribed,
    List<PhoneQuestionRepresentation> questions,
    @Schema(description = "Another text whenever something is new") String state,
    @Schema(description = "For the next time") String nonce) {

  static PhoneRepresentation of(PhoneView view, Instant now) {
    return new PhoneRepresentation(
        view.status(),
        view.name(),
        view.account().toString(),
        view.signInName(),
        view.stopped(),
        view.subscribed(),
        view.questions().stream().map(asked -> PhoneQuestionRepresentation.of(asked, now)).toList(),
        view.state(),
        view.nonce());
  }
}
