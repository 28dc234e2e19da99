package org.sparekey.it.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/**
 * What the API answered.
 *
 * @param body text of the answer, empty when there is none
 */
public record Answer(int status, HttpHeaders headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The answer read as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + this, e);
    }
  }

  /** A member of the answer, as text; empty when it is missing. */
  public String text(String member) {
    return json().path(member).asText();
  }

  /** The first value of a header; empty when it is missing. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The media type without its parameters. */
  public String mediaType() {
    return header("Content-Type").split(";", 2)[0].strip();
  }
}
