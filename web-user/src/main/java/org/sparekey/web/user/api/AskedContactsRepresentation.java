package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.recovery.AskedContactsView;

/** How far the recovery contacts are: numbers, no names. */
@Schema(
    name = "AskedContacts",
    requiredProperties = {"proofFirst", "enough", "asked", "vouched", "needed"})
public record AskedContactsRepresentation(
    @Schema(description = "Another proof must be given before they can be asked")
        boolean proofFirst,
    @Schema(description = "So many people can vouch now as are needed") boolean enough,
    @Schema(description = "Mails are out") boolean asked,
    @Schema(description = "How many of their codes were typed", example = "1") int vouched,
    @Schema(description = "How many must be", example = "2") int needed) {

  static AskedContactsRepresentation of(AskedContactsView view) {
    return new AskedContactsRepresentation(
        view.proofFirst(), view.enough(), view.asked(), view.vouched(), view.needed());
  }
}
