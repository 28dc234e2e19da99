package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many sessions were ended. */
@Schema(
    name = "EndedSessions",
    requiredProperties = {"ended"})
public record EndedSessionsRepresentation(@Schema(example = "2") int ended) {}
