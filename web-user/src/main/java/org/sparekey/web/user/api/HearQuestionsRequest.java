package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A phone that listens. */
@Schema(
    name = "HearQuestions",
    requiredProperties = {"device", "nonce", "seen", "signature"})
public record HearQuestionsRequest(
    @Schema(example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String device,
    @Schema(description = "From the last answer, or the greeting") String nonce,
    @Schema(description = "The state that the phone has seen; \"\" for none") String seen,
    @Schema(description = "ES256: 64 bytes in base64url") String signature) {}
