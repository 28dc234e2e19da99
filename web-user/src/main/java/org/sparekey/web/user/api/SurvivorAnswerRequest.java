package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.FactorAnswer;

/** What a factor that is left answered. */
@Schema(
    name = "SurvivorAnswer",
    requiredProperties = {"factor"})
public record SurvivorAnswerRequest(
    @Schema(example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String factor,
    @Schema(description = "Of an app, a text or a call", example = "123456") @Nullable String code,
    @Schema(description = "What WebAuthn gave, as JSON in a text") @Nullable String assertion) {

  FactorAnswer answer() {
    if (code != null) {
      return new FactorAnswer.TypedCode(code);
    }
    return assertion == null ? new FactorAnswer.Waited() : new FactorAnswer.Assertion(assertion);
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "SurvivorAnswerRequest[" + factor + "]";
  }
}
