package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new contact point.
 *
 * @param region where a phone number without a country prefix is read
 */
@Schema(
    name = "AddContactPoint",
    requiredProperties = {"kind", "value"})
public record AddContactPointRequest(
    @Schema(
            enumeration = {"email", "phone"},
            example = "email")
        String kind,
    @Schema(description = "A mail address or a phone number", example = "mara@example.net")
        String value,
    @Schema(
            description =
                "Country, by ISO 3166-1 alpha-2, of a phone number without its country prefix",
            example = "CH")
        @Nullable String region) {}
