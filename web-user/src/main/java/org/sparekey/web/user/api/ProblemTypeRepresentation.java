package org.sparekey.web.user.api;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.web.user.problem.ProblemType;

/** What a type URI of a problem document means. */
@Schema(
    name = "ProblemType",
    requiredProperties = {"type", "title", "status"})
public record ProblemTypeRepresentation(
    @Schema(format = "uri", example = "https://sparekey.example.org/api/v1/problems/throttled")
        String type,
    @Schema(example = "Too many attempts") String title,
    @Schema(example = "429") int status) {

  static ProblemTypeRepresentation of(ProblemType type, URI baseUrl) {
    return new ProblemTypeRepresentation(type.uri(baseUrl).toString(), type.title(), type.status());
  }
}
