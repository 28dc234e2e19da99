package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A phone lets questions come again. */
@Schema(
    name = "AllowQuestions",
    requiredProperties = {"device", "nonce", "signature"})
public record AllowQuestionsRequest(
    @Schema(example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String device,
    String nonce,
    @Schema(description = "ES256: 64 bytes in base64url") String signature) {}
