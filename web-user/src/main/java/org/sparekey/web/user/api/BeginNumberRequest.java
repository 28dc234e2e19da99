package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The wish to bind a phone.
 *
 * @param region where a number without a country prefix is read
 */
@Schema(
    name = "BeginNumber",
    requiredProperties = {"kind", "number"})
public record BeginNumberRequest(
    @Schema(
            description = "What goes there: a text message or a call",
            enumeration = {"sms", "voice"},
            example = "sms")
        String kind,
    @Schema(description = "The phone number", example = "+49 1512 3456789") String number,
    @Schema(
            description =
                "Country, by ISO 3166-1 alpha-2, of a phone number without its country prefix",
            example = "DE",
            nullable = true)
        @Nullable String region) {}
