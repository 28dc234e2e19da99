package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.PushEnrolmentView;

/**
 * A phone that is being bound. The code is told once, to the browser that asked for it.
 *
 * @param link left out but in the answer that began it
 * @param code left out likewise
 * @param browser of the phone that gave the code; left out while none has
 * @param sourceAddress likewise
 * @param claimedAt likewise
 */
@Schema(
    name = "PhoneEnrolment",
    requiredProperties = {"id", "state", "expiresAt"})
public record PhoneEnrolmentRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String id,
    @Schema(
            description = "waiting for a phone, or claimed by the one that is described",
            enumeration = {"waiting", "claimed"},
            example = "claimed")
        String state,
    @Schema(format = "date-time", example = "2026-11-23T12:10:00Z") Instant expiresAt,
    @Schema(description = "What the QR code holds") @Nullable String link,
    @Schema(description = "The same code, to be typed", example = "7K3M-9QPX-W2TN-4RVB-8HDE-6FJC")
        @Nullable String code,
    @Schema(description = "In known words, \"\" when unknown", example = "Chrome, Android")
        @Nullable String browser,
    @Schema(example = "203.0.113.7") @Nullable String sourceAddress,
    @Schema(format = "date-time", example = "2026-11-23T12:01:00Z") @Nullable Instant claimedAt) {

  static PhoneEnrolmentRepresentation begun(PushEnrolmentView view) {
    return of(view, view.link(), view.codeText());
  }

  static PhoneEnrolmentRepresentation of(PushEnrolmentView view) {
    return of(view, null, null);
  }

  private static PhoneEnrolmentRepresentation of(
      PushEnrolmentView view, @Nullable String link, @Nullable String code) {
    return new PhoneEnrolmentRepresentation(
        view.id().toString(),
        view.phone().isPresent() ? "claimed" : "waiting",
        view.expiresAt(),
        link,
        code,
        view.phone().map(PushEnrolmentView.ClaimedPhone::browser).orElse(null),
        view.phone().map(PushEnrolmentView.ClaimedPhone::sourceAddress).orElse(null),
        view.phone().map(PushEnrolmentView.ClaimedPhone::claimedAt).orElse(null));
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "PhoneEnrolmentRepresentation[" + id + "]";
  }
}
