package org.sparekey.web.user.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OpenApiFinishTest {

  private static final String MADE =
      """
      {"openapi":"3.0.0","info":{"title":"T","version":"1"},
       "servers":[{"url":"http://wrong/"}],
       "tags":[{"name":"a"},{"name":"a","description":"A"},{"name":"b"}],
       "endpoints":{"/":["x"]},
       "paths":{"/api/v1/things/{id}":{"patch":{
          "operationId":"change",
          "security":[{"session":[]}],
          "parameters":[{"name":"id","in":"path","required":false,"schema":{"type":"string","multipleOf":0.0,"maxLength":2147483647,"maxItems":-2147483648}}],
          "requestBody":{"content":{"application/json":{"schema":
             {"type":"object","maxProperties":0,"properties":{"at":{"type":"object","format":"date-time","nullable":false}}}}}},
          "responses":{"204":{"description":"done"},"default":{"description":"noise"},
             "409":{"$ref":"#/components/responses/Conflict"}}}}},
       "components":{"securitySchemes":{},"schemas":{"Thing":
          {"type":"object","minProperties":0,"properties":{"at":{"type":"object","format":"date-time"}}}}}}
      """;

  private final JsonObject document =
      new OpenApiFinish(URI.create("https://sparekey.example.org/")).finish(parsed(MADE));

  @Test
  void leavesOutWhatOpenApiDoesNotKnow() {
    assertThat(document.keySet())
        .containsExactly("openapi", "info", "servers", "tags", "paths", "components");
    assertThat(document.getValue("/servers").toString())
        .isEqualTo("[{\"url\":\"https://sparekey.example.org\"}]");
    assertThat(document.getValue("/tags").toString())
        .isEqualTo("[{\"name\":\"a\",\"description\":\"A\"},{\"name\":\"b\"}]");
  }

  @Test
  void putsSchemasRightAndRefersToThem() {
    assertThat(document.getValue("/components/schemas/Thing").toString())
        .isEqualTo(
            """
            {"type":"object","properties":{"at":{"type":"string","format":"date-time"}}}""");
    assertThat(
            operation().getValue("/requestBody/content/application~1json/schema/$ref").toString())
        .isEqualTo("\"#/components/schemas/Thing\"");
    assertThat(operation().getJsonObject("requestBody").getBoolean("required")).isTrue();
  }

  @Test
  void asksForPathParametersAndForTheTokenAgainstCrossSiteRequests() {
    assertThat(operation().getValue("/parameters/0/required").toString()).isEqualTo("true");
    assertThat(operation().getValue("/parameters/0/schema").toString())
        .isEqualTo("{\"type\":\"string\"}");
    assertThat(operation().getValue("/parameters/1/$ref").toString())
        .isEqualTo("\"#/components/parameters/Csrf\"");
  }

  @Test
  void tellsEveryProblemThatTheOperationCanHave() {
    assertThat(operation().getJsonObject("responses").keySet())
        .containsExactly(
            "204", "400", "401", "403", "404", "406", "409", "413", "415", "500", "503");
    assertThat(document.getJsonObject("components").getJsonObject("responses").keySet())
        .contains("Conflict", "TooManyRequests", "Unprocessable");
  }

  private JsonObject operation() {
    return document
        .getJsonObject("paths")
        .getJsonObject("/api/v1/things/{id}")
        .getJsonObject("patch");
  }

  private static JsonObject parsed(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
