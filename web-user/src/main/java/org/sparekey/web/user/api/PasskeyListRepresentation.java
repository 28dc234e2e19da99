package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner's passkeys and security keys. */
@Schema(
    name = "PasskeyList",
    requiredProperties = {"passkeys"})
public record PasskeyListRepresentation(List<PasskeyRepresentation> passkeys) {}
