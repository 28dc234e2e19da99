package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is lost.
 *
 * @param factors which ones, when not everything is
 */
@Schema(
    name = "Loss",
    requiredProperties = {"everything"})
public record LossRequest(
    @Schema(description = "All factors of the account") boolean everything,
    @Schema(
            description = "The ids of the lost ones, when not everything is lost",
            example = "[\"0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11\"]")
        @Nullable List<String> factors) {}
