package org.sparekey.it.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Axe on a page; a page within the page is looked at by itself. Its own driver for Playwright opens
 * another page for each look and brings home all that is in order too, which takes several times as
 * long.
 */
final class Axe {

  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** What can differ between two looks of the same page. */
  private static final List<String> OF_THE_LOOK =
      List.of("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable");

  private static final String SCRIPT = script();
  private static final String RUN =
      """
      async (only) => {
        const found = await axe.run({exclude: ['iframe']},
            {runOnly: only, resultTypes: ['violations'], iframes: false});
        return found.violations.map(rule => rule.id + ': ' + rule.help
            + rule.nodes.map(node => '\\n    ' + node.target + ' ' + node.html).join(''));
      }
      """;

  private Axe() {}

  /** All rules of WCAG 2.2 AA, and good practice. */
  static List<String> violations(Page page) {
    return violations(page, Map.of("type", "tag", "values", WCAG_2_2_AA));
  }

  /** The rules about colours and places, for another look at a page that was looked at whole. */
  static List<String> violationsOfLook(Page page) {
    return violations(page, Map.of("type", "rule", "values", OF_THE_LOOK));
  }

  @SuppressWarnings("unchecked")
  private static List<String> violations(Page page, Map<String, Object> only) {
    if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
      page.evaluate(SCRIPT);
    }
    return (List<String>) page.evaluate(RUN, only);
  }

  private static String script() {
    try (InputStream script =
        Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
