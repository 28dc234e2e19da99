package org.sparekey.it.browser;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a page says, but for mails, codes and moments.
 *
 * @param language of the page
 * @param labels headings, labels, buttons and entries of menus: never the same in two languages
 * @param sentences whatever has three words or more
 */
record Words(String language, List<String> labels, List<String> sentences) {

  private static final String READ =
      """
      html => {
        const own = (each) => !each.closest('.mail, .key, .qr, code, [lang] [lang], select, .keys');
        const text = (each) => {
          const copy = each.cloneNode(true);
          copy.querySelectorAll('time, code, .moment, .countdown').forEach(part => part.remove());
          return copy.textContent.replace(/\\s+/g, ' ').trim();
        };
        const all = (query) => [...html.querySelectorAll(query)].filter(own).map(text).filter(each => each);
        return {
          language: html.documentElement.lang,
          labels: all('h1, h2, h3, legend, label, th[scope=col], main button, main .button, .menu a'),
          sentences: all('main p, main li, main dt, main dd, main small, main .hint, main a')
              .filter(each => each.split(' ').filter(word => /^\\p{L}{2,}[,.:;]?$/u.test(word)).length >= 3),
        };
      }
      """;

  /** What stands on it now. */
  static Words shown(Page page) {
    return of(page.evaluate("() => (%s)(document)".formatted(READ)));
  }

  /** What another GET of it brings, perhaps in another language. */
  static Words fetched(Page page) {
    return of(
        page.evaluate(
            """
            async () => {
              const answer = await fetch(location.href, {cache: 'no-store'});
              return (%s)(new DOMParser().parseFromString(await answer.text(), 'text/html'));
            }
            """
                .formatted(READ)));
  }

  @SuppressWarnings("unchecked")
  private static Words of(Object read) {
    Map<String, Object> found = (Map<String, Object>) read;
    return new Words(
        (String) Objects.requireNonNull(found.get("language")),
        (List<String>) Objects.requireNonNull(found.get("labels")),
        (List<String>) Objects.requireNonNull(found.get("sentences")));
  }

  Set<String> all() {
    Set<String> all = new HashSet<>(labels);
    all.addAll(sentences);
    return all;
  }

  /** What the page says in just these words in English too. */
  Set<String> leftIn(Words english) {
    Set<String> left = all();
    left.retainAll(english.all());
    return left;
  }
}
