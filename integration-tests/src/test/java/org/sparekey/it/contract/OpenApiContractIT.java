package org.sparekey.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sparekey.it.http.Answer;
import org.sparekey.it.http.ApiClient;
import org.sparekey.it.http.Crowd;
import org.sparekey.it.http.PhoneApp;
import org.sparekey.it.http.SigningPhone;
import org.sparekey.it.http.Staff;
import org.sparekey.web.admin.Words;
import org.sparekey.web.user.start.SparekeyServer;

/** The OpenAPI document of the running server tells the truth, and all of it. */
class OpenApiContractIT {

  private static final String UNKNOWN = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10";

  /** What anybody may ask for, without a session. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /authenticator",
          "POST /authenticator/bindings/preview",
          "POST /authenticator/bindings",
          "POST /authenticator/questions",
          "POST /authenticator/answers",
          "PUT /authenticator/push-address",
          "POST /authenticator/permission",
          "POST /telephony/{provider}/{message}",
          "GET /session",
          "GET /problems",
          "GET /problems/{code}",
          "POST /recoveries",
          "GET /recoveries/current",
          "POST /recoveries/current/password",
          "POST /recoveries/current/mailed-code",
          "POST /recoveries/current/mailed-code/confirmation",
          "POST /recoveries/current/recovery-code",
          "GET /recoveries/current/question",
          "POST /recoveries/current/question",
          "POST /recoveries/current/question/answer",
          "POST /recoveries/current/approval",
          "GET /recoveries/current/contacts",
          "POST /recoveries/current/contacts",
          "POST /recoveries/current/contacts/confirmation",
          "POST /recoveries/current/loss",
          "POST /recoveries/current/enrolment",
          "POST /recoveries/current/completion",
          "POST /recoveries/current/cancellation");

  private static Crowd crowd;
  private static Contract contract;

  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void readTheDocument() {
    crowd = Crowd.shared();
    Answer document = crowd.stranger().get("openapi");
    assertThat(document.status()).isEqualTo(200);
    assertThat(document.mediaType()).isEqualTo("application/json");
    contract = new Contract(document.json());
  }

  @Test
  void describesEveryResourceMethodAndNothingElse() throws IOException {
    assertThat(contract.operations())
        .isEqualTo(ResourceMethods.of(SparekeyServer.class, Words.class));
  }

  @Test
  void holdsTogether() {
    assertThat(contract.danglingReferences()).isEmpty();
    Set<String> ids = new HashSet<>();
    for (String name : contract.operations()) {
      JsonNode operation = contract.operation(name);
      assertThat(ids.add(operation.path("operationId").asText())).as(name).isTrue();
      assertThat(operation.path("summary").asText()).as(name).isNotEmpty();
      assertThat(operation.path("responses").has("500")).as(name).isTrue();
      for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
        assertThat(response.getValue().has("$ref") || response.getValue().has("description"))
            .as(name + " " + response.getKey())
            .isTrue();
      }
    }
    assertThat(contract.document().at("/servers/0/url").asText())
        .isEqualTo(crowd.stranger().visitor().origin());
    for (JsonNode schema : contract.document().at("/components/schemas")) {
      assertThat(schema.path("type").asText()).isEqualTo("object");
    }
  }

  @Test
  void thePlatformsOwnPagesAreClosed() {
    for (String path : List.of("/openapi", "/health", "/health/ready", "/metrics", "/openapi/ui")) {
      assertThat(crowd.stranger().visitor().open(path).status()).as(path).isEqualTo(404);
    }
    assertThat(crowd.stranger().get("application.wadl").status()).isEqualTo(404);
  }

  @Test
  void whateverIsNotOpenAsksForASession() {
    ApiClient stranger = crowd.stranger();
    for (String operation : contract.operations()) {
      Answer answer = call(stranger, operation, UNKNOWN, null);
      if (OPEN.contains(operation)) {
        assertThat(answer.status()).as(operation).isNotEqualTo(401);
        assertThat(contract.operation(operation).path("security").toString())
            .as(operation)
            .doesNotContain("session");
      } else {
        assertThat(answer.status()).as(operation).isEqualTo(401);
        assertThat(answer.text("type")).as(operation).endsWith("/problems/sign-in-needed");
        assertThat(contract.operation(operation).path("security").toString())
            .as(operation)
            .contains("session");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void anOwnersAnswersAreWhatTheDocumentSays() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient client = member.client();

    call(client, "GET /session", "", null);
    call(client, "GET /factors", "", null);
    Answer readiness = call(client, "GET /readiness", "", null);
    assertThat(readiness.json().at("/losses/0/thing/kind").asText()).isEqualTo("device");
    assertThat(readiness.json().at("/advice/0/add").asText()).isEqualTo("recovery-codes");
    Answer key = call(client, "POST /factors", "", "{\"kind\":\"totp\"}");
    assertThat(key.status()).isEqualTo(201);
    String second = key.text("id");
    PhoneApp tablet = new PhoneApp(crowd.site(), key.text("keyText"));
    call(client, "POST /factors/{id}/confirmation", second, enrolment("Tablet", "000000"));
    call(client, "POST /factors/{id}/confirmation", second, enrolment("", "12345"));
    Answer bound =
        call(
            client,
            "POST /factors/{id}/confirmation",
            second,
            enrolment("Tablet", tablet.freshCode()));
    assertThat(bound.status()).isEqualTo(204);
    assertThat(call(client, "GET /factors", "", null).json().path("factors")).hasSize(2);
    assertThat(call(client, "PATCH /factors/{id}", second, "{\"device\":\"Pad\"}").status())
        .isEqualTo(204);
    assertThat(call(client, "PATCH /factors/{id}", second, "{\"device\":\" \"}").status())
        .isEqualTo(422);
    assertThat(call(client, "DELETE /factors/{id}", second, null).status()).isEqualTo(204);
    Answer last = call(client, "DELETE /factors/{id}", member.factor(), null);
    assertThat(last.status()).isEqualTo(409);
    assertThat(last.text("reason")).isEqualTo("last-factor");
    assertThat(call(client, "DELETE /factors/{id}", UNKNOWN, null).status()).isEqualTo(404);

    Answer passkey = call(client, "POST /passkeys", "", "{\"kind\":\"passkey\"}");
    assertThat(passkey.status()).isEqualTo(201);
    String nothing = "{\"device\":\"Laptop\",\"credential\":\"{}\"}";
    assertThat(
            call(client, "POST /passkeys/{id}/confirmation", passkey.text("id"), nothing)
                .text("reason"))
        .isEqualTo("wrong-assertion");
    call(client, "POST /passkeys/{id}/confirmation", UNKNOWN, nothing);
    call(client, "POST /passkeys", "", "{\"kind\":\"security-key\"}");
    call(client, "POST /passkeys", "", "{\"kind\":\"totp\"}");
    call(client, "GET /okta-verify", "", null);
    assertThat(call(client, "POST /okta-verify", "", null).text("reason"))
        .as("no Okta is configured")
        .isEqualTo("provider-down");
    call(client, "POST /okta-verify/question", "", null);
    call(client, "POST /okta-verify/{id}/confirmation", UNKNOWN, "{\"device\":\"Pixel 9\"}");
    call(client, "GET /passkeys", "", null);
    String number = "{\"kind\":\"sms\",\"number\":\"+49 1512 3400077\"}";
    Answer phone = call(client, "POST /phone-numbers", "", number);
    assertThat(phone.text("to")).isEqualTo("…077");
    call(client, "GET /phone-numbers", "", null);
    assertThat(call(client, "POST /phone-numbers/code", "", null).status()).isEqualTo(204);
    call(
        client,
        "POST /phone-numbers/{id}/confirmation",
        phone.text("id"),
        enrolment("Phone", "nonsense"));
    call(client, "POST /phone-numbers/{id}/confirmation", UNKNOWN, enrolment("Phone", "123456"));
    call(client, "POST /phone-numbers", "", "{\"kind\":\"fax\",\"number\":\"1\"}");
    call(client, "POST /phone-numbers", "", "{\"kind\":\"voice\",\"number\":\"1\"}");
    assertThat(call(client, "GET /recovery-codes", "", null).text("batch")).isEqualTo("0");
    Answer sheet = call(client, "POST /recovery-codes", "", "{\"replaces\":0}");
    assertThat(sheet.status()).isEqualTo(201);
    assertThat(sheet.json().path("codes")).hasSize(10);
    assertThat(call(client, "POST /recovery-codes", "", "{\"replaces\":0}").text("reason"))
        .isEqualTo("codes-made-meanwhile");
    assertThat(call(client, "POST /recovery-codes/reissue", "", null).text("reason"))
        .isEqualTo("no-code-used");
    call(client, "GET /recovery-contacts", "", null);
    String person = "{\"name\":\"Grace\",\"address\":\"%s\",\"asker\":\"Mara\"}";
    Answer grace =
        call(client, "POST /recovery-contacts", "", person.formatted("grace@example.net"));
    assertThat(grace.status()).isEqualTo(201);
    assertThat(
            call(client, "POST /recovery-contacts", "", person.formatted(member.name()))
                .text("reason"))
        .isEqualTo("contact-own-address");
    assertThat(
            call(client, "POST /recovery-contacts", "", person.formatted("grace+2@example.net"))
                .text("reason"))
        .isEqualTo("contact-already-listed");
    call(client, "GET /recovery-contacts", "", null);
    assertThat(
            call(client, "POST /recovery-contacts/{id}/invitation", grace.text("id"), null)
                .status())
        .isEqualTo(204);
    call(client, "POST /recovery-contacts/{id}/invitation", UNKNOWN, null);
    assertThat(call(client, "DELETE /recovery-contacts/{id}", grace.text("id"), null).status())
        .isEqualTo(204);
    assertThat(call(client, "DELETE /recovery-contacts/{id}", grace.text("id"), null).status())
        .isEqualTo(404);
    ApiClient lost = crowd.recovering(member.name());
    call(lost, "GET /recoveries/current/contacts", "", null);
    assertThat(call(lost, "POST /recoveries/current/contacts", "", null).text("reason"))
        .as("the policy of the crowd takes no such proof")
        .isEqualTo("recovery-not-offered");
    call(lost, "POST /recoveries/current/contacts/confirmation", "", "{\"code\":\"12345678\"}");
    String saved = "{\"code\":\"%s\"}";
    call(lost, "POST /recoveries/current/recovery-code", "", saved.formatted("nonsense"));
    String first = sheet.json().at("/codes/0/code").asText();
    assertThat(call(lost, "POST /recoveries/current/recovery-code", "", saved.formatted(first)))
        .extracting(Answer::status)
        .isEqualTo(200);
    assertThat(call(client, "GET /recovery-codes", "", null).text("owed")).isEqualTo("1");
    Answer reissued = call(client, "POST /recovery-codes/reissue", "", null);
    assertThat(reissued.status()).isEqualTo(201);
    assertThat(reissued.json().path("codes")).hasSize(1);

    call(client, "GET /contact-points", "", null);
    String address = "{\"kind\":\"email\",\"value\":\"second-%s\"}".formatted(member.name());
    Answer added = call(client, "POST /contact-points", "", address);
    assertThat(added.status()).isEqualTo(201);
    assertThat(call(client, "POST /contact-points", "", address).status()).isEqualTo(409);
    call(client, "POST /contact-points", "", "{\"kind\":\"email\",\"value\":\"nobody\"}");
    call(client, "POST /contact-points", "", "{\"kind\":\"fax\",\"value\":\"1\"}");
    call(client, "POST /contact-points/{id}/code", added.text("id"), null);
    call(client, "POST /contact-points/{id}/confirmation", added.text("id"), "{\"code\":\"nope\"}");
    call(client, "GET /contact-points", "", null);
    assertThat(call(client, "DELETE /contact-points/{id}", added.text("id"), null).status())
        .isEqualTo(204);

    String device = "{\"device\":\"Pixel 8\"}";
    assertThat(call(client, "POST /devices/lost", "", device).status()).isEqualTo(204);
    assertThat(call(client, "POST /devices/lost", "", device).status()).isEqualTo(404);
    assertThat(call(client, "POST /devices/found", "", device).status()).isEqualTo(204);
    assertThat(call(client, "POST /devices/found", "", device).status()).isEqualTo(404);
    assertThat(call(client, "GET /factors/stopped-questions", "", null).status()).isEqualTo(404);
    assertThat(call(client, "DELETE /factors/stopped-questions", "", null).status()).isEqualTo(204);
    call(client, "GET /recoveries", "", null);
    call(client, "POST /recoveries/{id}/veto", UNKNOWN, null);
    assertThat(call(client, "GET /sessions", "", null).json().path("sessions")).hasSize(1);
    call(client, "DELETE /sessions/{id}", UNKNOWN, null);
    assertThat(call(client, "GET /browsers", "", null).json().path("browsers").isArray()).isTrue();
    assertThat(call(client, "DELETE /browsers/{id}", UNKNOWN, null).status()).isEqualTo(404);
    assertThat(call(client, "GET /session/assurance", "", null).text("aal")).isEqualTo("2");
    assertThat(call(client, "DELETE /sessions/others", "", null).text("ended")).isEqualTo("0");
    assertThat(call(client, "GET /admin/accounts", "", null).status()).isEqualTo(403);
    assertThat(call(client, "GET /admin/audit-entries", "", null).status()).isEqualTo(403);
    assertThat(call(client, "DELETE /session", "", null).status()).isEqualTo(204);
    assertThat(call(client, "GET /factors", "", null).status()).isEqualTo(401);
    call(client, "GET /problems", "", null);
    call(client, "GET /problems/{code}", "throttled", null);
    call(client, "GET /problems/{code}", "teapot", null);
    assertThat(faults).isEmpty();
  }

  @Test
  void aPhonesAnswersAreWhatTheDocumentSays() {
    ApiClient client = crowd.enrolling(crowd.somebody());
    call(client, "GET /factors/phone", "", null);
    call(client, "DELETE /factors/phone", "", null);
    Answer begun = call(client, "POST /factors/phone", "", null);
    assertThat(begun.status()).isEqualTo(201);
    String id = begun.text("id");
    String code = SigningPhone.object("code", begun.text("code"));
    SigningPhone phone = new SigningPhone(crowd.site());
    held("GET /authenticator", phone.greet(), 200);
    held("POST /authenticator/bindings/preview", phone.post("bindings/preview", code), 200);
    String confirmation = SigningPhone.object("id", id, "device", "Pixel 9");
    assertThat(call(client, "POST /factors/phone/confirmation", "", confirmation).status())
        .isEqualTo(409);
    held("POST /authenticator/bindings", phone.claim(begun.text("code")), 201);
    held("POST /authenticator/bindings", phone.claim(begun.text("code")), 404);
    held("POST /authenticator/bindings/preview", phone.post("bindings/preview", code), 404);
    assertThat(call(client, "GET /factors/phone", "", null).text("browser")).isEmpty();
    assertThat(call(client, "POST /factors/phone/confirmation", "", confirmation).status())
        .isEqualTo(204);
    held("POST /authenticator/questions", phone.hear(""), 200);
    held("POST /authenticator/permission", phone.allow(), 204);
    held("PUT /authenticator/push-address", phone.hearPushesAt("https://a.example/", "", ""), 422);
    held(
        "POST /authenticator/answers",
        phone.post("answers", phone.answer(UNKNOWN, "approve", "123456")),
        404);
    call(client, "GET /session/question", "", null);
    assertThat(faults).isEmpty();
  }

  private void held(String operation, Answer answer, int status) {
    assertThat(answer.status()).as(operation).isEqualTo(status);
    faults.addAll(contract.faults(operation, answer));
  }

  @Test
  void aRecoverysAnswersAreWhatTheDocumentSays() throws InterruptedException {
    Crowd.Member member = crowd.member();
    ApiClient client = crowd.stranger();
    String current = "POST /recoveries/current/";

    call(client, "GET /recoveries/current", "", null);
    Answer started =
        call(client, "POST /recoveries", "", "{\"name\":\"%s\"}".formatted(member.name()));
    assertThat(started.status()).isEqualTo(201);
    call(client, current + "enrolment", "", null);
    call(client, current + "loss", "", "{\"everything\":true}");
    call(client, current + "mailed-code/confirmation", "", "{\"code\":\"12345678\"}");
    call(client, current + "password", "", "{\"password\":\"not this one\"}");
    Answer half =
        call(client, current + "password", "", "{\"password\":\"%s\"}".formatted(Crowd.PASSWORD));
    assertThat(half.status()).isEqualTo(200);
    assertThat(half.json().path("losable")).hasSize(1);
    call(client, current + "loss", "", "{\"everything\":false,\"factors\":[\"x\"]}");
    assertThat(call(client, current + "loss", "", "{\"everything\":true}").status()).isEqualTo(200);
    assertThat(call(client, current + "mailed-code", "", null).status()).isEqualTo(200);
    String code = crowd.mailbox().codeFor(member.name());
    Answer ready =
        call(client, current + "mailed-code/confirmation", "", "{\"code\":\"%s\"}".formatted(code));
    assertThat(ready.text("status")).isEqualTo("ready");
    Answer key = call(client, current + "enrolment", "", null);
    assertThat(key.status()).isEqualTo(201);
    assertThat(call(client, "GET /recoveries/current", "", null).text("pendingFactor"))
        .isEqualTo(key.text("id"));
    PhoneApp phone = new PhoneApp(crowd.site(), key.text("keyText"));
    call(client, current + "completion", "", completion(key.text("id"), "000000"));
    Answer completed =
        call(client, current + "completion", "", completion(key.text("id"), phone.freshCode()));
    assertThat(completed.status()).isEqualTo(200);
    assertThat(completed.text("status")).isEqualTo("completed");
    call(client, current + "cancellation", "", null);
    assertThat(call(member.client(), "GET /factors", "", null).status())
        .as("the sessions end with the reset")
        .isEqualTo(401);

    ApiClient other = crowd.stranger();
    call(other, "POST /recoveries", "", "{\"name\":\"%s\"}".formatted(crowd.somebody()));
    assertThat(call(other, current + "cancellation", "", null).text("status"))
        .isEqualTo("cancelled");
    assertThat(faults).isEmpty();
  }

  @Test
  void whatStaffReadIsWhatTheDocumentSays() throws InterruptedException {
    ApiClient staff = Staff.signedIn(crowd.site(), "emmy@acme.example");
    assertThat(call(staff, "GET /session", "", null).json().at("/session/roles/0").asText())
        .isEqualTo("administrator");
    Answer found = callWith(staff, "GET /admin/accounts", "", "?q=alan");
    String account = found.json().at("/accounts/0/id").asText();
    assertThat(call(staff, "GET /admin/accounts/{id}", account, null).text("signInName"))
        .isEqualTo("alan@acme.example");
    assertThat(call(staff, "GET /admin/accounts/{id}/timeline", account, null).status())
        .isEqualTo(200);
    assertThat(call(staff, "GET /admin/accounts/{id}", UNKNOWN, null).status()).isEqualTo(404);
    assertThat(call(staff, "GET /admin/audit-entries", "", null).json().path("entries"))
        .isNotEmpty();
    assertThat(callWith(staff, "GET /admin/audit-entries", "", "?from=never").status())
        .isEqualTo(400);
    JsonNode latest = call(staff, "GET /admin/policies", "", null).json().at("/policies/0");
    String key = latest.path("key").asText();
    String number = latest.path("version").asText();
    Answer policy = version(staff, "GET /admin/policies/{key}/{version}", key, number, "");
    assertThat(policy.text("key")).isEqualTo(key);
    assertThat(version(staff, "GET /admin/policies/{key}/{version}", "none", "3", "").status())
        .isEqualTo(404);
    Answer text = version(staff, "GET /admin/policies/{key}/{version}/text", key, number, "");
    assertThat(text.mediaType()).isEqualTo("text/plain");
    assertThat(
            version(
                    staff,
                    "GET /admin/policies/{key}/{version}/difference",
                    key,
                    number,
                    "?from=" + number)
                .text("noWeaker"))
        .isEqualTo("true");
    Answer analysis =
        staff.send(
            "POST",
            "admin/policies/analysis",
            text.body(),
            Map.of(
                "Sparekey-Csrf", staff.csrf(),
                "Origin", staff.visitor().origin(),
                "Content-Type", "text/plain"));
    faults.addAll(contract.faults("POST /admin/policies/analysis", analysis));
    assertThat(analysis.text("singleChannel")).isEqualTo("false");
    Answer export = call(staff, "GET /admin/audit-entries.csv", "", null);
    assertThat(export.status()).isEqualTo(200);
    assertThat(export.mediaType()).isEqualTo("text/csv");
    assertThat(faults).isEmpty();
  }

  private static String enrolment(String device, String code) {
    return "{\"device\":\"%s\",\"code\":\"%s\"}".formatted(device, code);
  }

  private static String completion(String factor, String code) {
    return "{\"factor\":\"%s\",\"device\":\"Pixel 9\",\"code\":\"%s\"}".formatted(factor, code);
  }

  /** Calls and holds the answer against the document. */
  private Answer call(ApiClient client, String operation, String parameter, @Nullable String json) {
    String[] parts = operation.split(" /", 2);
    String path = parts[1].replaceAll("\\{[a-z]+}", parameter);
    Answer answer = parts[0].equals("GET") ? client.get(path) : client.act(parts[0], path, json);
    faults.addAll(contract.faults(operation, answer));
    return answer;
  }

  private Answer version(
      ApiClient client, String operation, String key, String version, String query) {
    String path =
        operation.split(" /", 2)[1].replace("{key}", key).replace("{version}", version) + query;
    Answer answer = client.get(path);
    faults.addAll(contract.faults(operation, answer));
    return answer;
  }

  private Answer callWith(ApiClient client, String operation, String parameter, String query) {
    String path = operation.split(" /", 2)[1].replaceAll("\\{[a-z]+}", parameter);
    Answer answer = client.get(path + query);
    faults.addAll(contract.faults(operation, answer));
    return answer;
  }
}
