package org.sparekey.web.user.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader may rely on in every page, template and backing bean of both portals. */
class PagesKeepTheHouseRulesTest {

  private static final Pattern ON_ATTRIBUTE = Pattern.compile("\\son[a-z]{3,}\\s*=\\s*[\"']");
  private static final Pattern STYLE = Pattern.compile("\\sstyle\\s*=\\s*[\"']|<style\\b");
  private static final Pattern SCRIPT = Pattern.compile("<script\\b(?![^>]*\\bsrc=)");
  private static final Pattern FORM = Pattern.compile("<(h:form|form|p:form)\\b");
  private static final Pattern TEMPLATE =
      Pattern.compile("template=\"/WEB-INF/templates/(portal|admin)\\.xhtml\"");
  private static final Pattern BARE_TEXT =
      Pattern.compile("(?<=>)\\s*[A-Za-z][A-Za-z ,.]{2,}\\s*(?=<)");
  private static final Pattern IN_A_LIST = Pattern.compile("(?s)<ui:repeat\\b.*?</ui:repeat>");
  private static final Pattern COMMAND =
      Pattern.compile("<(h:command|p:command|sk:submit|sk:row-action|sk:form)\\w*\\b");
  private static final Set<String> FORM_TAGS = Set.of("form.xhtml", "post.xhtml", "search.xhtml");

  @Test
  void thereArePagesToLookAt() {
    assertThat(Sources.pages()).isNotEmpty();
  }

  @Test
  void noViewHasMoreThanEightyLines() {
    assertThat(longer(Sources.ending(".xhtml"), 80)).isEmpty();
  }

  @Test
  void noBackingBeanHasMoreThanHundredLines() {
    assertThat(longer(Sources.ending("Backing.java"), 100)).isEmpty();
  }

  @Test
  void noViewHasInlineStyleScriptOrHandlers() {
    assertThat(offending(STYLE)).isEmpty();
    assertThat(offending(SCRIPT)).isEmpty();
    assertThat(offending(ON_ATTRIBUTE)).isEmpty();
  }

  @Test
  void everyPageIsMadeFromATemplateAndHasATitle() {
    Set<String> others = new TreeSet<>();
    Sources.pages()
        .forEach(
            (file, text) -> {
              if (!TEMPLATE.matcher(text).find() || !text.contains("<ui:define name=\"title\">")) {
                others.add(file.toString());
              }
            });
    assertThat(others).isEmpty();
  }

  @Test
  void everyFormIsAHouseForm() {
    Set<String> found = offending(FORM);
    found.removeIf(name -> FORM_TAGS.contains(Path.of(name).getFileName().toString()));
    assertThat(found).isEmpty();
  }

  /** There Faces looks for the button by the row's present number: see the tag row-action. */
  @Test
  void noCommandStandsInsideAList() {
    Set<String> found = new TreeSet<>();
    Sources.ending(".xhtml")
        .forEach(
            (file, text) -> {
              var list = IN_A_LIST.matcher(text);
              while (list.find()) {
                if (COMMAND.matcher(list.group()).find()) {
                  found.add(file.toString());
                }
              }
            });
    assertThat(found).isEmpty();
  }

  @Test
  void noPageHasTextOutsideTheBundles() {
    Set<String> found = new TreeSet<>();
    Sources.pages()
        .forEach(
            (file, text) -> {
              var matcher = BARE_TEXT.matcher(text.replaceAll("(?s)<!--.*?-->", ""));
              if (matcher.find()) {
                found.add(file + ": " + matcher.group().strip());
              }
            });
    assertThat(found).isEmpty();
  }

  private static Set<String> longer(Map<Path, String> files, int most) {
    assertThat(files).isNotEmpty();
    Set<String> found = new TreeSet<>();
    files.forEach(
        (file, text) -> {
          if (text.lines().count() > most) {
            found.add(file + ": " + text.lines().count() + " lines");
          }
        });
    return found;
  }

  private static Set<String> offending(Pattern pattern) {
    Set<String> found = new TreeSet<>();
    Sources.ending(".xhtml")
        .forEach(
            (file, text) -> {
              if (pattern.matcher(text.replaceAll("(?s)<!--.*?-->", "")).find()) {
                found.add(file.toString());
              }
            });
    return found;
  }
}
