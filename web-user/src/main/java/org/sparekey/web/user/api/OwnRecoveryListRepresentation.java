package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The recoveries of the own account. */
@Schema(
    name = "OwnRecoveryList",
    requiredProperties = {"recoveries"})
public record OwnRecoveryListRepresentation(List<OwnRecoveryRepresentation> recoveries) {}
