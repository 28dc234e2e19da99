package org.sparekey.web.user.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sparekey.web.user.problem.Fault;

/**
 * Reads the records that stand for requests, and only what is exactly like them: one object in
 * UTF-8, no unknown, repeated or missing member, no value of another kind. JSON-B would take the
 * number 1 for the text "1" and overlook what it does not know; a client's mistake in a security
 * matter is better told.
 *
 * <p>Components are String, boolean, or List of String; a nullable one may be left out.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class StrictJson implements MessageBodyReader<Record> {

  /** The reason of a body that is no JSON object, or none at all. */
  static final String NO_OBJECT = "no-json-object";

  private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_LIST = 100;
  private static final int DEEPEST = 4;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord() && type.getPackageName().equals(StrictJson.class.getPackageName());
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return read(type, body.readAllBytes());
  }

  /**
   * The record that the bytes stand for.
   *
   * @throws UnreadableBodyException when they stand for none
   */
  static <R extends Record> R read(Class<R> type, byte[] body) {
    JsonObject json = object(text(body));
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(json, components);
    Object[] values = Arrays.stream(components).map(component -> value(json, component)).toArray();
    Class<?>[] kinds =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(kinds).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a request must not refuse its values: " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] body) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableBodyException("no-utf-8");
    }
  }

  private static JsonObject object(String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text));
        JsonReader reader = Json.createReader(new StringReader(text))) {
      if (isOneFlatObject(parser)) {
        return reader.readObject();
      }
    } catch (JsonException | IllegalStateException e) {
      throw new UnreadableBodyException(NO_OBJECT);
    }
    throw new UnreadableBodyException(NO_OBJECT);
  }

  /** Neither deep, nor with a member twice, nor followed by anything: a reader overlooks that. */
  private static boolean isOneFlatObject(JsonParser parser) {
    if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
      return false;
    }
    Set<String> members = new HashSet<>();
    int depth = 1;
    while (parser.hasNext()) {
      switch (parser.next()) {
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        case KEY_NAME -> {
          if (depth == 1 && !members.add(parser.getString())) {
            return false;
          }
        }
        default -> {
          // values are looked at later
        }
      }
      if (depth > DEEPEST) {
        return false;
      }
    }
    return depth == 0;
  }

  private static void refuseUnknown(JsonObject json, RecordComponent[] components) {
    Set<String> unknown = new HashSet<>(json.keySet());
    for (RecordComponent component : components) {
      unknown.remove(component.getName());
    }
    if (!unknown.isEmpty()) {
      throw new UnreadableBodyException("unknown-member");
    }
  }

  private static @Nullable Object value(JsonObject json, RecordComponent component) {
    String name = component.getName();
    JsonValue value = json.get(name);
    if (value == null || value == JsonValue.NULL) {
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        return null;
      }
      throw wrong("missing-member", name);
    }
    Class<?> type = component.getType();
    if (type == String.class) {
      return text(value, name);
    }
    if (type == boolean.class) {
      return flag(value, name);
    }
    if (type == List.class) {
      return list(value, name);
    }
    if (type == int.class) {
      return count(value, name);
    }
    throw new IllegalStateException("no request has a " + component);
  }

  /** A whole number, 0 or more, of nine digits at most. */
  private static int count(JsonValue value, String name) {
    String text = value.toString();
    if (!COUNT.matcher(text).matches()) {
      throw wrong("wrong-kind", name);
    }
    return Integer.parseInt(text);
  }

  private static String text(JsonValue value, String name) {
    if (!(value instanceof JsonString string)) {
      throw wrong("wrong-kind", name);
    }
    String text = string.getString();
    if (text.length() > LONGEST_TEXT) {
      throw wrong("too-long", name);
    }
    // halves of surrogate pairs and U+0000 are no text that a database could keep
    if (text.indexOf(0) >= 0 || !UTF_8.newEncoder().canEncode(text)) {
      throw wrong("no-text", name);
    }
    return text;
  }

  private static boolean flag(JsonValue value, String name) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw wrong("wrong-kind", name);
    };
  }

  private static List<String> list(JsonValue value, String name) {
    if (!(value instanceof JsonArray array)) {
      throw wrong("wrong-kind", name);
    }
    if (array.size() > LONGEST_LIST) {
      throw wrong("too-long", name);
    }
    List<String> texts = new ArrayList<>();
    for (JsonValue element : array) {
      texts.add(text(element, name));
    }
    return List.copyOf(texts);
  }

  private static UnreadableBodyException wrong(String reason, String member) {
    return new UnreadableBodyException(reason, new Fault("#/" + member, reason));
  }
}
