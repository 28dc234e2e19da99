package org.sparekey.web.user.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sparekey.web.user.problem.ProblemDocument;
import org.sparekey.web.user.problem.ProblemType;

/**
 * Puts the platform's OpenAPI document right. Payara 6 writes members that OpenAPI does not know,
 * annotations' defaults as if they were limits ({@code maxProperties: 0}), path parameters that are
 * not required, and instants as objects. And what is the same for many operations is said here
 * once: problem documents, the header against cross-site requests, the server.
 */
final class OpenApiFinish {

  private static final Set<String> FALSE_IS_DEFAULT =
      Set.of(
          "exclusiveMaximum",
          "exclusiveMinimum",
          "uniqueItems",
          "nullable",
          "readOnly",
          "writeOnly",
          "deprecated",
          "allowEmptyValue",
          "allowReserved",
          "required");
  private static final Set<String> ZERO_IS_DEFAULT =
      Set.of("minLength", "minProperties", "maxProperties", "multipleOf");
  private static final Set<String> LIMITS = Set.of("maxLength", "maxItems", "minItems");
  private static final String FOR_PROVIDERS = "/telephony/";
  private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");

  private static final Map<Integer, String> RESPONSE_NAMES =
      Map.ofEntries(
          Map.entry(400, "BadRequest"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(405, "MethodNotAllowed"),
          Map.entry(406, "NotAcceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "TooLarge"),
          Map.entry(415, "UnsupportedMediaType"),
          Map.entry(422, "Unprocessable"),
          Map.entry(429, "TooManyRequests"),
          Map.entry(500, "Unexpected"),
          Map.entry(503, "Unavailable"));

  private final URI baseUrl;

  OpenApiFinish(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The finished document. */
  JsonObject finish(JsonObject made) {
    JsonObject components = components(made.getJsonObject("components"));
    JsonObjectBuilder document = Json.createObjectBuilder();
    document.add("openapi", "3.0.3");
    document.add("info", made.get("info"));
    String base = baseUrl.toString();
    document.add(
        "servers",
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("url", base.endsWith("/") ? base.substring(0, base.length() - 1) : base)));
    if (made.containsKey("tags")) {
      document.add("tags", tags(made.getJsonArray("tags")));
    }
    document.add("paths", paths(made.getJsonObject("paths"), components.getJsonObject("schemas")));
    document.add("components", components);
    return document.build();
  }

  /** The platform also lists tags of resources that have been described before. */
  private static JsonArrayBuilder tags(JsonArray made) {
    JsonArrayBuilder tags = Json.createArrayBuilder();
    Set<String> described =
        made.stream()
            .map(JsonValue::asJsonObject)
            .filter(tag -> tag.containsKey("description"))
            .map(tag -> tag.getString("name"))
            .collect(Collectors.toSet());
    made.stream()
        .map(JsonValue::asJsonObject)
        .filter(tag -> tag.containsKey("description") || !described.contains(tag.getString("name")))
        .forEach(tags::add);
    return tags;
  }

  private JsonObject components(JsonObject made) {
    JsonObject common = common();
    JsonObjectBuilder schemas = Json.createObjectBuilder();
    new TreeMap<>(made.getJsonObject("schemas"))
        .forEach((name, schema) -> schemas.add(name, tidy(schema)));
    common.getJsonObject("schemas").forEach(schemas::add);
    return Json.createObjectBuilder()
        .add("schemas", schemas)
        .add("responses", responses())
        .add("parameters", common.get("parameters"))
        .add("headers", common.get("headers"))
        .add("securitySchemes", made.get("securitySchemes"))
        .build();
  }

  private static JsonObject common() {
    try (InputStream file =
            Objects.requireNonNull(OpenApiFinish.class.getResourceAsStream("openapi-common.json"));
        JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One response for each status, with an example for each type of problem that has it. */
  private JsonObjectBuilder responses() {
    JsonObjectBuilder responses = Json.createObjectBuilder();
    new TreeMap<>(RESPONSE_NAMES).forEach((status, name) -> responses.add(name, response(status)));
    return responses;
  }

  private JsonObjectBuilder response(int status) {
    List<ProblemType> types =
        Arrays.stream(ProblemType.values()).filter(type -> type.status() == status).toList();
    JsonObjectBuilder examples = Json.createObjectBuilder();
    types.forEach(
        type ->
            examples.add(
                type.code(),
                Json.createObjectBuilder()
                    .add("value", parsed(ProblemDocument.of(type).json(baseUrl)))));
    JsonObjectBuilder response =
        Json.createObjectBuilder()
            .add(
                "description",
                String.join(
                    "; ", types.stream().map(type -> type.code() + ": " + type.title()).toList()));
    if (status == 429 || status == 503) {
      response.add(
          "headers", Json.createObjectBuilder().add("Retry-After", ref("headers", "RetryAfter")));
    }
    return response.add(
        "content",
        Json.createObjectBuilder()
            .add(
                ProblemDocument.MEDIA_TYPE,
                Json.createObjectBuilder()
                    .add("schema", ref("schemas", "Problem"))
                    .add("examples", examples)));
  }

  private JsonObjectBuilder paths(JsonObject made, JsonObject schemas) {
    JsonObjectBuilder paths = Json.createObjectBuilder();
    new TreeMap<>(made)
        .forEach(
            (path, item) -> {
              JsonObjectBuilder methods = Json.createObjectBuilder();
              item.asJsonObject()
                  .forEach(
                      (method, operation) ->
                          methods.add(
                              method,
                              operation instanceof JsonObject object
                                  ? operation(path, method, withRefs(tidy(object), schemas))
                                  : operation));
              paths.add(path, methods);
            });
    return paths;
  }

  private JsonObject operation(String path, String method, JsonValue tidied) {
    JsonObject operation = tidied.asJsonObject();
    JsonObjectBuilder all = Json.createObjectBuilder(operation);
    if (CHANGING.contains(method) && !path.contains(FOR_PROVIDERS)) {
      JsonArray own = operation.getJsonArray("parameters");
      all.add(
          "parameters",
          (own == null ? Json.createArrayBuilder() : Json.createArrayBuilder(own))
              .add(ref("parameters", "Csrf")));
    }
    if (operation.containsKey("requestBody")) {
      all.add(
          "requestBody",
          Json.createObjectBuilder(operation.getJsonObject("requestBody")).add("required", true));
    }
    Map<String, JsonValue> responses = new TreeMap<>(operation.getJsonObject("responses"));
    responses.remove("default");
    Set<Integer> common = commonStatuses(path, method, operation);
    RESPONSE_NAMES.forEach(
        (status, name) -> {
          if (common.contains(status)) {
            responses.putIfAbsent(status.toString(), ref("responses", name));
          }
        });
    JsonObjectBuilder sorted = Json.createObjectBuilder();
    responses.forEach(sorted::add);
    return all.add("responses", sorted).build();
  }

  private static Set<Integer> commonStatuses(String path, String method, JsonObject operation) {
    String security = String.valueOf(operation.get("security"));
    boolean session = security.contains('"' + Api.SESSION + '"');
    boolean recovery = security.contains('"' + Api.RECOVERY + '"');
    Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 500, 503));
    if (session) {
      statuses.addAll(Set.of(401, 403));
    }
    if (CHANGING.contains(method)) {
      statuses.add(403);
    }
    if (operation.containsKey("requestBody")) {
      statuses.addAll(Set.of(413, 415));
    }
    if (recovery || path.contains("{")) {
      statuses.add(404);
    }
    return statuses;
  }

  /** Without noise, and with the mistakes put right. */
  private static JsonValue tidy(JsonValue value) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder elements = Json.createArrayBuilder();
      array.forEach(element -> elements.add(tidy(element)));
      return elements.build();
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    if (object.containsKey("$ref")) {
      return Json.createObjectBuilder().add("$ref", object.get("$ref")).build();
    }
    JsonObjectBuilder members = Json.createObjectBuilder();
    object.forEach(
        (name, member) -> {
          if (!isNoise(name, member)) {
            members.add(name, tidy(member));
          }
        });
    if (object.get("in") instanceof JsonString in && in.getString().equals("path")) {
      members.add("required", true);
    }
    String type = object.get("type") instanceof JsonString text ? text.getString() : "";
    if (type.equals("object") && object.containsKey("format")) {
      members.add("type", "string");
    }
    if (object.get("example") instanceof JsonString example
        && Set.of("array", "integer", "boolean").contains(type)) {
      members.add("example", parsed(example.getString()));
    }
    return members.build();
  }

  private static boolean isNoise(String name, JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      return FALSE_IS_DEFAULT.contains(name) && value == JsonValue.FALSE;
    }
    double size = Math.abs(number.doubleValue());
    return (ZERO_IS_DEFAULT.contains(name) && size == 0)
        || (LIMITS.contains(name) && size >= Integer.MAX_VALUE);
  }

  /** With a reference in the place of each schema that is spelt out again. */
  private static JsonValue withRefs(JsonValue value, JsonObject schemas) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder elements = Json.createArrayBuilder();
      array.forEach(element -> elements.add(withRefs(element, schemas)));
      return elements.build();
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    for (Map.Entry<String, JsonValue> known : schemas.entrySet()) {
      if (object.equals(known.getValue())) {
        return ref("schemas", known.getKey());
      }
    }
    JsonObjectBuilder members = Json.createObjectBuilder();
    object.forEach((name, member) -> members.add(name, withRefs(member, schemas)));
    return members.build();
  }

  private static JsonObject ref(String kind, String name) {
    return Json.createObjectBuilder().add("$ref", "#/components/" + kind + "/" + name).build();
  }

  private static JsonValue parsed(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }
}
