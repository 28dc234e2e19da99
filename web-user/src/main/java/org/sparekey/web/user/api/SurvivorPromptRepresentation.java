package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.AskResult;

/** What is needed to answer a factor's question; left out where the kind has no such thing. */
@Schema(name = "SurvivorPrompt")
public record SurvivorPromptRepresentation(
    @Schema(description = "Typed or tapped on the device", example = "123456")
        @Nullable String number,
    @Schema(description = "Options for navigator.credentials.get(), as JSON in a text")
        @Nullable String options,
    @Schema(description = "The last digits of the number that the code went to", example = "…123")
        @Nullable String to) {

  static SurvivorPromptRepresentation of(AskResult.Asked asked) {
    return new SurvivorPromptRepresentation(
        asked.prompt().get("number"), asked.prompt().get("options"), asked.prompt().get("to"));
  }
}
