package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The open sessions of the owner. */
@Schema(
    name = "OwnSessionList",
    requiredProperties = {"sessions"})
public record OwnSessionListRepresentation(List<OwnSessionRepresentation> sessions) {}
