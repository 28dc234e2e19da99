package org.sparekey.web.user.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.web.user.problem.Fault;

class StrictJsonTest {

  @Test
  void readsTextFlagsAndLists() {
    assertThat(read("{\"everything\":false,\"factors\":[\"a\",\"ü\"]}"))
        .isEqualTo(new LossRequest(false, List.of("a", "ü")));
  }

  @Test
  void readsWholeNumbers() {
    assertThat(number("{\"replaces\":0}")).isZero();
    assertThat(number("{\"replaces\":12}")).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.0", "1e3", "1234567890", "\"1\"", "true", "[1]", "{}"})
  void refusesWhatIsNoWholeNumber(String value) {
    assertThatThrownBy(() -> number("{\"replaces\":" + value + "}"))
        .isInstanceOfSatisfying(
            UnreadableBodyException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo("wrong-kind"));
  }

  @Test
  void takesNothingForAMemberThatMayBeLeftOut() {
    assertThat(read("{\"everything\":true}")).isEqualTo(new LossRequest(true, null));
    assertThat(read("{\"everything\":true,\"factors\":null}"))
        .isEqualTo(new LossRequest(true, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"x\"",
        "[]",
        "[{\"everything\":true}]",
        "{",
        "{\"everything\":true",
        "{\"everything\":true} x",
        "{\"everything\":true}{}",
        "{\"everything\":true,}",
        "{'everything':true}",
        "{everything:true}",
        "{\"everything\":true // a\n}",
        "\uFEFF"
      })
  void refusesWhatIsNoSingleObject(String body) {
    assertThat(refusal(body).reason()).isEqualTo("no-json-object");
  }

  @Test
  void refusesARepeatedMember() {
    assertThat(refusal("{\"everything\":true,\"everything\":false}").reason())
        .isEqualTo("no-json-object");
  }

  @Test
  void refusesAnUnknownMember() {
    assertThat(refusal("{\"everything\":true,\"admin\":true}").reason())
        .isEqualTo("unknown-member");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|everything|missing-member",
        "{\"everything\":null}|everything|missing-member",
        "{\"everything\":\"true\"}|everything|wrong-kind",
        "{\"everything\":1}|everything|wrong-kind",
        "{\"everything\":true,\"factors\":\"a\"}|factors|wrong-kind",
        "{\"everything\":true,\"factors\":[1]}|factors|wrong-kind",
        "{\"everything\":true,\"factors\":[null]}|factors|wrong-kind",
        "{\"everything\":true,\"factors\":[\"\\u0000\"]}|factors|no-text",
        "{\"everything\":true,\"factors\":[\"\\ud800\"]}|factors|no-text"
      })
  void pointsAtTheMemberThatIsWrong(String body, String member, String reason) {
    UnreadableBodyException refusal = refusal(body);
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.faults()).containsExactly(new Fault("#/" + member, reason));
  }

  @Test
  void refusesTextAndListsThatAreTooLong() {
    assertThat(refusal("{\"everything\":true,\"factors\":[\"" + "a".repeat(4097) + "\"]}").reason())
        .isEqualTo("too-long");
    assertThat(
            refusal("{\"everything\":true,\"factors\":[" + "\"a\",".repeat(100) + "\"a\"]}")
                .reason())
        .isEqualTo("too-long");
  }

  @Test
  void refusesDeepNesting() {
    assertThat(refusal("{\"everything\":" + "[".repeat(16_000)).reason())
        .isEqualTo("no-json-object");
  }

  @Test
  void refusesOtherEncodings() {
    assertThatThrownBy(
            () ->
                StrictJson.read(
                    LossRequest.class,
                    "{\"everything\":true,\"factors\":[\"ü\"]}".getBytes(ISO_8859_1)))
        .isInstanceOfSatisfying(
            UnreadableBodyException.class, e -> assertThat(e.reason()).isEqualTo("no-utf-8"));
  }

  @Test
  void readsTheRecordsOfThisPackageOnly() {
    StrictJson reader = new StrictJson();
    assertThat(readable(reader, LossRequest.class)).isTrue();
    assertThat(readable(reader, Fault.class)).isFalse();
    assertThat(readable(reader, String.class)).isFalse();
  }

  private static boolean readable(StrictJson reader, Class<?> type) {
    return reader.isReadable(type, type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
  }

  private static LossRequest read(String body) {
    return StrictJson.read(LossRequest.class, body.getBytes(UTF_8));
  }

  private static int number(String body) {
    return StrictJson.read(MakeCodesRequest.class, body.getBytes(UTF_8)).replaces();
  }

  private static UnreadableBodyException refusal(String body) {
    return catchThrowableOfType(UnreadableBodyException.class, () -> read(body));
  }
}
