package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wish for a sheet of recovery codes. */
@Schema(
    name = "MakeCodes",
    requiredProperties = {"replaces"})
public record MakeCodesRequest(
    @Schema(
            description =
                "Number of the batch that ends, 0 when there is none: sent twice, it makes one sheet",
            minimum = "0",
            example = "0")
        int replaces) {}
