package org.sparekey.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The page that describes the text form says what the reader does. */
class PolicyFormatDocumentTest {

  private static final String BEGIN = "```policy\n";

  @Test
  void itsExampleIsAPolicyWithoutFaults() throws IOException {
    String page = page();
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String example = page.substring(begin, page.indexOf("```", begin));

    PolicyReading reading = PolicyReader.read(example);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.policy().orElseThrow().version())
        .isEqualTo(new PolicyVersion("branch-offices", 2));
  }

  @Test
  void itNamesEveryLineEveryKindOfEvidenceAndEveryFault() throws IOException {
    String page = page();
    PolicyText.of(ShippedPolicies.standard())
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split(" ", 2)[0])
        .forEach(word -> assertThat(page).contains("`" + word));
    Arrays.stream(EvidenceKind.values())
        .forEach(kind -> assertThat(page).contains("`" + kind.code() + "`"));
    Arrays.stream(PolicyFault.Reason.values())
        .forEach(reason -> assertThat(page).contains("`" + reason.code() + "`"));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "policies.md"));
  }
}
