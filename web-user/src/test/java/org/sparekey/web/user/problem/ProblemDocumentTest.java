package org.sparekey.web.user.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemDocumentTest {

  private static final URI BASE = URI.create("https://sparekey.example.org/");

  @Test
  void saysTypeTitleAndStatusAndNothingElseWhenThereIsNoMoreToSay() {
    assertThat(ProblemDocument.of(ProblemType.NOT_FOUND).json(BASE))
        .isEqualTo(
            """
            {"type":"https://sparekey.example.org/api/v1/problems/not-found",\
            "title":"There is nothing here","status":404}""");
  }

  @Test
  void saysTheReasonTheDetailAndTheFaults() {
    ProblemDocument document =
        new ProblemDocument(
            ProblemType.MALFORMED,
            Optional.of("missing-member"),
            Optional.of("Es fehlt \"device\""),
            Optional.of(URI.create("urn:uuid:0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10")),
            List.of(new Fault("#/device", "missing-member")));
    assertThat(document.json(URI.create("http://localhost:8080")))
        .isEqualTo(
            """
            {"type":"http://localhost:8080/api/v1/problems/malformed",\
            "title":"The request cannot be read","status":400,"reason":"missing-member",\
            "detail":"Es fehlt \\"device\\"",\
            "instance":"urn:uuid:0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10",\
            "errors":[{"pointer":"#/device","reason":"missing-member"}]}""");
  }

  @Test
  void codesAreUniqueAndFitIntoAnAddress() {
    assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z-]+"))
        .allSatisfy(code -> assertThat(ProblemType.coded(code)).isPresent());
    assertThat(ProblemType.coded("teapot")).isEmpty();
  }

  @Test
  void everyStatusHasAType() {
    assertThat(ProblemType.ofStatus(403)).isEqualTo(ProblemType.FORBIDDEN);
    assertThat(ProblemType.ofStatus(418)).isEqualTo(ProblemType.MALFORMED);
    assertThat(ProblemType.ofStatus(504)).isEqualTo(ProblemType.UNEXPECTED);
  }
}
