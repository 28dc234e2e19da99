package org.sparekey.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sparekey.it.http.Answer;

/** An OpenAPI 3.0 document that real answers are held against. */
final class Contract {

  private static final String PREFIX = "/api/v1/";

  private final JsonNode document;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4);
  private final Set<String> seen = new TreeSet<>();

  Contract(JsonNode document) {
    this.document = document;
    // a member that the document does not name is a mistake, in it or in the server
    everyObject(
        document.path("components").path("schemas"),
        schema -> {
          if (schema.has("properties")) {
            schema.put("additionalProperties", false);
          }
        });
  }

  JsonNode document() {
    return document;
  }

  /** All operations, as {@code GET /session}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                method.toUpperCase(Locale.ROOT)
                                    + " /"
                                    + path.getKey().substring(PREFIX.length()))));
    return operations;
  }

  /** Those that were held against the document so far. */
  Set<String> seen() {
    return seen;
  }

  JsonNode operation(String operation) {
    String[] parts = operation.split(" /", 2);
    return document.path("paths").path(PREFIX + parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
  }

  /** What is wrong with the answer; empty when the document says just that. */
  List<String> faults(String operation, Answer answer) {
    seen.add(operation);
    List<String> faults = new ArrayList<>();
    JsonNode response =
        resolved(operation(operation).path("responses").path(Integer.toString(answer.status())));
    if (response.isMissingNode()) {
      return List.of(
          operation + " answers " + answer.status() + ", and the document does not know");
    }
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      if (!answer.body().isEmpty()) {
        faults.add(operation + " answers with a body that the document does not know: " + answer);
      }
      return faults;
    }
    JsonNode schema = content.path(answer.mediaType()).path("schema");
    if (schema.isMissingNode()) {
      return List.of(operation + " answers with " + answer.mediaType());
    }
    if (answer.mediaType().endsWith("json")) {
      for (ValidationMessage message : validator(schema).validate(answer.json())) {
        faults.add(operation + ": " + message.getMessage() + " in " + answer.body());
      }
    }
    if (Set.of(429, 503).contains(answer.status()) && answer.header("Retry-After").isEmpty()) {
      faults.add(operation + " answers " + answer.status() + " without Retry-After");
    }
    return faults;
  }

  /** The references of the document that lead nowhere. */
  List<String> danglingReferences() {
    List<String> dangling = new ArrayList<>();
    everyObject(
        document,
        object -> {
          String reference = object.path("$ref").asText();
          if (!reference.isEmpty() && at(reference).isMissingNode()) {
            dangling.add(reference);
          }
        });
    return dangling;
  }

  private JsonSchema validator(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    return schemas.getSchema(
        whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? at(node.path("$ref").asText()) : node;
  }

  private JsonNode at(String reference) {
    return document.at(reference.substring(1));
  }

  private static void everyObject(JsonNode node, Consumer<ObjectNode> visit) {
    node.forEach(child -> everyObject(child, visit));
    if (node instanceof ObjectNode object) {
      visit.accept(object);
    }
  }
}
