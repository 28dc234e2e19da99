package org.sparekey.web.user.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law at the head of the bundles, for both portals. */
class EveryTextIsThereInEveryLanguageTest {

  /** One portal's bundle: the variable by which pages know it, and its English file. */
  record Bundle(String variable, Path english) {

    Path in(String language) {
      return english.resolveSibling("Messages_" + language + ".properties");
    }

    Map<String, String> texts() {
      return Sources.bundle(english);
    }
  }

  private static final Bundle USER =
      new Bundle(
          "msg", Sources.USER.resolve("resources/org/sparekey/web/user/Messages.properties"));
  private static final Bundle ADMIN =
      new Bundle(
          "adm", Sources.ADMIN.resolve("resources/org/sparekey/web/admin/Messages.properties"));
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
  private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  static Stream<Bundle> bundles() {
    return Stream.of(USER, ADMIN).filter(bundle -> Files.exists(bundle.english()));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void keysFollowTheLaw(Bundle bundle) {
    assertThat(bundle.texts().keySet()).allMatch(key -> KEY.matcher(key).matches());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyLanguageHasTheSameKeysAndPlaces(Bundle bundle) {
    for (Language language : Language.values()) {
      if (language != Language.ENGLISH) {
        Map<String, String> texts = Sources.bundle(bundle.in(language.tag()));
        assertThat(texts).as(language.tag()).containsOnlyKeys(bundle.texts().keySet());
        bundle
            .texts()
            .forEach(
                (key, english) ->
                    assertThat(places(texts.getOrDefault(key, "")))
                        .as(language.tag() + " " + key)
                        .isEqualTo(places(english)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void theServersOwnLanguageCannotSlipInBeforeEnglish(Bundle bundle) {
    assertThat(Sources.bundle(bundle.in("en"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextIsEmptyOrHasAnApostropheThatMessageFormatWouldEat(Bundle bundle) {
    for (Language language : Language.values()) {
      Path file = language == Language.ENGLISH ? bundle.english() : bundle.in(language.tag());
      Sources.bundle(file)
          .forEach(
              (key, text) -> {
                assertThat(text).as(file + " " + key).isNotBlank().doesNotContain("'");
                assertThat(new MessageFormat(text, language.locale())).isNotNull();
              });
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyKeyThatAPageNamesExists(Bundle bundle) {
    Pattern named = Pattern.compile("\\b" + bundle.variable() + "\\['([a-z0-9.-]*[a-z0-9-])'\\]");
    Set<String> missing = new TreeSet<>();
    Sources.ending(".xhtml")
        .forEach(
            (file, page) -> {
              Matcher matcher = named.matcher(page);
              while (matcher.find()) {
                if (!bundle.texts().containsKey(matcher.group(1))) {
                  missing.add(file + ": " + matcher.group(1));
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRedirectWithDoneHasItsMessage() {
    Pattern done = Pattern.compile("[?&]done=([a-z0-9-]+)");
    Set<String> known = new TreeSet<>();
    bundles().forEach(bundle -> known.addAll(bundle.texts().keySet()));
    Set<String> missing = new TreeSet<>();
    Sources.ending(".java")
        .forEach(
            (file, code) -> {
              Matcher matcher = done.matcher(code);
              while (matcher.find()) {
                if (!known.contains("done." + matcher.group(1))) {
                  missing.add(file + ": " + matcher.group(1));
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyKeyIsUsed(Bundle bundle) {
    StringBuilder all = new StringBuilder();
    Sources.ending(".xhtml").values().forEach(all::append);
    Sources.ending(".java").values().forEach(all::append);
    String used = all.toString();
    List<String> unused = new ArrayList<>();
    for (String key : bundle.texts().keySet()) {
      if (prefixes(key).noneMatch(part -> quoted(used, part)) && !fixed(key, used)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void everyRefusalHasItsReasonInWords() throws ReflectiveOperationException {
    Set<String> texts = new TreeSet<>();
    bundles().forEach(bundle -> texts.addAll(bundle.texts().keySet()));
    assertThat(bundles()).contains(USER);
    boolean staffToo = bundles().anyMatch(ADMIN::equals);
    Set<String> missing = new LinkedHashSet<>();
    for (JavaClass type : new ClassFileImporter().importPackages("org.sparekey.application")) {
      boolean refuses = type.isEnum() && type.getSimpleName().endsWith("Refusal");
      if (refuses && (staffToo || !type.getPackageName().endsWith(".support"))) {
        for (Object refusal : type.reflect().getEnumConstants()) {
          String key = "reason." + code(refusal);
          if (!texts.contains(key)) {
            missing.add(type.getSimpleName() + " " + key);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Object code(Object refusal)
      throws NoSuchMethodException, InvocationTargetException, IllegalAccessException {
    return refusal.getClass().getMethod("code").invoke(refusal);
  }

  /**
   * The key itself, and its beginnings up to a dot or hyphen, to which names or codes are added.
   */
  private static Stream<String> prefixes(String key) {
    List<String> parts = new ArrayList<>(List.of(key));
    for (int at = key.length() - 1; at > 0; at--) {
      if (key.charAt(at) == '.') {
        parts.add(key.substring(0, at + 1));
      }
    }
    return parts.stream();
  }

  private static boolean quoted(String used, String part) {
    return used.contains("'" + part + "'") || used.contains("\"" + part + "\"");
  }

  /** Keys that the kit builds: error pages by status and part, and messages after redirects. */
  private static boolean fixed(String key, String used) {
    return key.startsWith("error.")
        || (key.startsWith("done.") && used.contains("done=" + key.substring("done.".length())));
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }
}
