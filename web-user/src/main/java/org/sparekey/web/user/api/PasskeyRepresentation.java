package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.enrolment.PasskeyView;

/** What is known about a passkey or security key besides the factor. */
@Schema(
    name = "Passkey",
    requiredProperties = {
      "factor",
      "discoverable",
      "backupEligible",
      "backedUp",
      "transports",
      "aaguid"
    })
public record PasskeyRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String factor,
    @Schema(description = "Whether it can be found without a name: it may stand alone")
        boolean discoverable,
    @Schema(description = "Whether it may live on several devices") boolean backupEligible,
    @Schema(description = "Whether it did when it was last used") boolean backedUp,
    @Schema(description = "How a browser may reach it: usb, nfc, ble, smart-card, hybrid, internal")
        List<String> transports,
    @Schema(
            description = "The model of the authenticator; all zero when it does not say",
            format = "uuid",
            example = "00000000-0000-0000-0000-000000000000")
        String aaguid) {

  static PasskeyRepresentation of(PasskeyView view) {
    return new PasskeyRepresentation(
        view.factor().toString(),
        view.discoverable(),
        view.backupEligible(),
        view.backedUp(),
        view.transports().stream().sorted().toList(),
        view.aaguid().toString());
  }
}
