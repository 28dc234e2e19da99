package org.sparekey.domain.policy.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What the document says of the shipped policies is what the analysis says. With {@code
 * -Ddocument.write} the section is written anew.
 */
class PolicyDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "policies.md");
  private static final String BEGIN = "<!-- analysis: printed by PolicyDocumentTest -->\n";
  private static final String END = "<!-- end of the analysis -->\n";

  @Test
  void theDocumentSaysWhatTheShippedPoliciesWithstand() throws IOException {
    String document = Files.readString(DOCUMENT, UTF_8);
    assertThat(document).contains(BEGIN).contains(END);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    String printed = new PolicyDocument().print();
    if (Boolean.getBoolean("document.write")) {
      Files.writeString(
          DOCUMENT, document.substring(0, begin) + printed + document.substring(end), UTF_8);
    } else {
      assertThat(document.substring(begin, end))
          .as("mvn test -pl domain -Dtest=PolicyDocumentTest -Ddocument.write=true writes it anew")
          .isEqualTo(printed);
    }
  }
}
