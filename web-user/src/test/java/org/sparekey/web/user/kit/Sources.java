package org.sparekey.web.user.kit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of both portals, as they stand in the modules. */
final class Sources {

  static final Path USER = Path.of("src/main");
  static final Path ADMIN = Path.of("../web-admin/src/main");

  private Sources() {}

  /** All files of both portals with this ending, with their texts. */
  static Map<Path, String> ending(String suffix) {
    Map<Path, String> found = new TreeMap<>();
    for (Path root : List.of(USER, ADMIN)) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(suffix))
            .forEach(file -> found.put(file, text(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  /** The pages: every view that a browser can ask for. */
  static Map<Path, String> pages() {
    Map<Path, String> pages = ending(".xhtml");
    pages.keySet().removeIf(file -> file.toString().contains("WEB-INF"));
    return pages;
  }

  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> bundle(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }
}
