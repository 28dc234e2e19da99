package org.sparekey.application.adapter.okta;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.adapter.config.OktaSettings;
import org.sparekey.application.port.Okta;
import org.sparekey.application.port.OktaActivation;
import org.sparekey.application.port.OktaPush;
import org.sparekey.application.port.OktaReply;
import org.sparekey.application.port.OktaUnavailableException;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * The Factors API of Okta's Management API, version 1, with an API token (SSWS). Pushes ask for
 * Okta's number challenge. Addresses are made from ids; of the links in an answer only that of the
 * QR code is followed.
 */
@Adapter
public class RestOkta implements Okta {

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final String ENROL = "{\"factorType\":\"push\",\"provider\":\"OKTA\"}";
  private static final String WITH_NUMBER = "{\"useNumberMatchingChallenge\":true}";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7E]");
  private static final int LONGEST_AGENT = 256;

  private final Optional<OktaHttp> http;

  @Inject
  public RestOkta(Configuration configuration) {
    this(configuration.okta(), ANSWER);
  }

  /**
   * For tests of a slow service.
   *
   * @param answer how long to wait for it, all in all
   */
  RestOkta(Optional<OktaSettings> settings, Duration answer) {
    http = settings.map(known -> new OktaHttp(known, answer));
  }

  @Override
  public boolean configured() {
    return http.isPresent();
  }

  @Override
  public OktaReply<String> user(String login) {
    // an encoded slash is a slash to many servers
    if (login.indexOf('/') >= 0 || login.isBlank()) {
      return OktaReply.refused(OktaReply.NOT_FOUND);
    }
    OktaReply<JsonStructure> reply =
        http().get("/users/" + URLEncoder.encode(login, UTF_8).replace("+", "%20"));
    return reply.errorCode().isPresent()
        ? reply.map(never -> "")
        : userOf(object(reply), login)
            .map(OktaReply::of)
            .orElseGet(() -> OktaReply.refused(OktaReply.NOT_FOUND));
  }

  /** Okta also answers to a short form of the login: here only the whole one counts. */
  private static Optional<String> userOf(JsonObject user, String login) {
    return at(user, "profile")
        .filter(profile -> profile.getString("login", "").equalsIgnoreCase(login))
        .filter(profile -> "ACTIVE".equals(user.getString("status", "")))
        .map(profile -> id(user));
  }

  @Override
  public OktaReply<String> pushFactor(String user) {
    OktaReply<JsonStructure> reply = http().get(factors(user));
    if (reply.errorCode().isPresent()) {
      return reply.map(never -> "");
    }
    JsonArray all =
        reply
            .value()
            .filter(JsonArray.class::isInstance)
            .map(JsonStructure::asJsonArray)
            .orElseThrow(() -> unreadable("no list of factors"));
    return all.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .filter(factor -> "push".equals(factor.getString("factorType", "")))
        .filter(factor -> "OKTA".equals(factor.getString("provider", "")))
        .filter(factor -> "ACTIVE".equals(factor.getString("status", "")))
        .map(RestOkta::id)
        .findFirst()
        .map(OktaReply::of)
        .orElseGet(() -> OktaReply.refused(OktaReply.NOT_FOUND));
  }

  @Override
  public OktaReply<OktaActivation> enrol(String user) {
    return http()
        .post(factors(user), ENROL, Map.of())
        .map(RestOkta::asObject)
        .map(
            factor ->
                activation(
                    id(factor),
                    at(factor, "_embedded").flatMap(all -> at(all, "activation")).orElse(factor)));
  }

  @Override
  public OktaReply<OktaActivation> activation(String user, String factor) {
    return http()
        .post(factor(user, factor) + "/lifecycle/activate", "", Map.of())
        .map(RestOkta::asObject)
        .map(answered -> activation(factor, answered));
  }

  private OktaActivation activation(String factor, JsonObject answered) {
    if ("ACTIVE".equals(answered.getString("status", ""))) {
      return new OktaActivation(factor, OktaActivation.State.ACTIVE, Optional.empty());
    }
    OktaActivation.State state =
        "WAITING".equals(answered.getString("factorResult", "WAITING"))
            ? OktaActivation.State.WAITING
            : OktaActivation.State.OVER;
    Optional<Secret> picture =
        at(answered, "_links")
            .flatMap(links -> at(links, "qrcode"))
            .map(link -> link.getString("href", ""))
            .flatMap(http()::picture)
            .map(Secret::of);
    return new OktaActivation(factor, state, picture);
  }

  @Override
  public OktaReply<OktaPush> push(String user, String factor, Origin origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    String agent = UNPRINTABLE.matcher(origin.userAgent()).replaceAll(" ").strip();
    headers.put(
        "User-Agent",
        agent.isEmpty() ? "Sparekey" : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    if (!origin.equals(Origin.internal())) {
      headers.put("X-Forwarded-For", origin.sourceAddress());
    }
    return http()
        .post(factor(user, factor) + "/verify", WITH_NUMBER, headers)
        .map(RestOkta::asObject)
        .map(answered -> push(transactionOf(answered), answered));
  }

  @Override
  public OktaReply<OktaPush> poll(String user, String factor, String transaction) {
    return http()
        .get(factor(user, factor) + "/transactions/" + checked(transaction))
        .map(RestOkta::asObject)
        .map(answered -> push(transaction, answered));
  }

  @Override
  public void cancel(String user, String factor, String transaction) {
    OktaReply<JsonStructure> gone =
        http().delete(factor(user, factor) + "/transactions/" + checked(transaction));
    gone.errorCode().ifPresent(RestOkta::goneAlready);
  }

  @Override
  public void reset(String user, String factor) {
    http().delete(factor(user, factor)).errorCode().ifPresent(RestOkta::goneAlready);
  }

  private static void goneAlready(String error) {
    if (!error.equals(OktaReply.NOT_FOUND)) {
      throw unreadable("error " + error);
    }
  }

  private static OktaPush push(String transaction, JsonObject answered) {
    OktaPush.Answer answer =
        switch (answered.getString("factorResult", "")) {
          case "WAITING", "CHALLENGE" -> OktaPush.Answer.WAITING;
          case "SUCCESS" -> OktaPush.Answer.APPROVED;
          case "REJECTED" -> OktaPush.Answer.REJECTED;
          case "TIMEOUT", "EXPIRED", "CANCELLED", "CANCELED", "TIME_WINDOW_EXCEEDED" ->
              OktaPush.Answer.OVER;
          default -> throw unreadable("a result that we do not know");
        };
    Optional<String> number =
        at(answered, "_embedded")
            .flatMap(embedded -> at(embedded, "challenge"))
            .map(challenge -> challenge.get("correctAnswer"))
            .map(value -> value.toString().replace("\"", ""))
            .filter(text -> NUMBER.matcher(text).matches());
    return new OktaPush(transaction, answer, number);
  }

  private static String transactionOf(JsonObject answered) {
    String link =
        at(answered, "_links")
            .flatMap(links -> at(links, "poll"))
            .map(poll -> poll.getString("href", ""))
            .orElse("");
    return checked(link.substring(link.lastIndexOf('/') + 1));
  }

  private static String factors(String user) {
    return "/users/" + checked(user) + "/factors";
  }

  private static String factor(String user, String factor) {
    return factors(user) + "/" + checked(factor);
  }

  private static String id(JsonObject of) {
    return checked(of.getString("id", ""));
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw unreadable("an id that is none");
    }
    return id;
  }

  private static JsonObject object(OktaReply<JsonStructure> reply) {
    return asObject(reply.value().orElseThrow());
  }

  private static JsonObject asObject(JsonStructure answered) {
    if (!(answered instanceof JsonObject found)) {
      throw unreadable("no object");
    }
    return found;
  }

  private static Optional<JsonObject> at(JsonObject of, String name) {
    return of.get(name) instanceof JsonObject found ? Optional.of(found) : Optional.empty();
  }

  private static OktaUnavailableException unreadable(String what) {
    return new OktaUnavailableException(what, Optional.empty());
  }

  private OktaHttp http() {
    return http.orElseThrow(() -> unreadable("not configured"));
  }
}
