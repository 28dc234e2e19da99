package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.recoverycontact.RecoveryContactsView;

/** The recovery contacts of the owner. */
@Schema(
    name = "RecoveryContactList",
    requiredProperties = {"recoveryContacts", "needed", "places", "ready"})
public record RecoveryContactListRepresentation(
    List<RecoveryContactRepresentation> recoveryContacts,
    @Schema(
            description = "How many must vouch; 0 when the policy knows no recovery contacts",
            example = "2")
        int needed,
    @Schema(description = "How many there may be", example = "5") int places,
    @Schema(description = "How many may vouch now", example = "1") int ready) {

  static RecoveryContactListRepresentation of(RecoveryContactsView view) {
    return new RecoveryContactListRepresentation(
        view.contacts().stream().map(RecoveryContactRepresentation::of).toList(),
        view.needed(),
        view.places(),
        view.ready());
  }
}
