package org.sparekey.application.adapter.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document for people and the list in the code are the same list. */
class ConfigurationDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

  @Test
  void theDocumentListsEveryKeyWithItsDefaultAndComment() throws IOException {
    String table =
        Arrays.stream(ConfigurationKey.values())
            .map(ConfigurationDocumentTest::row)
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(DOCUMENT, UTF_8))
        .as("docs/configuration.md must hold exactly these rows:%n%s", table)
        .contains("| Key | Default | Meaning |\n|---|---|---|\n" + table + "\n\n");
  }

  @Test
  void noKeyIsListedTwice() {
    assertThat(Arrays.stream(ConfigurationKey.values()).map(ConfigurationKey::key))
        .doesNotHaveDuplicates()
        .allMatch(key -> key.startsWith(ConfigurationKey.PREFIX));
  }

  private static String row(ConfigurationKey key) {
    String standard = key.defaultText().isEmpty() ? "–" : "`" + key.defaultText() + "`";
    return "| `" + key.key() + "` | " + standard + " | " + key.comment() + " |";
  }
}
