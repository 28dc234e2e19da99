package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The browsers from which the owner has signed in. */
@Schema(
    name = "KnownBrowserList",
    requiredProperties = {"browsers"})
public record KnownBrowserListRepresentation(List<KnownBrowserRepresentation> browsers) {}
