package org.sparekey.web.user.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.security.SecuritySchemes;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST application; its resources are found, those of the admin portal's jar included. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Sparekey",
            version = "1",
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.txt"),
            description =
                """
                What an owner does with the own factors and recoveries, and what staff read.

                **Signing in** is not part of this API: a browser signs in on the pages, and the \
                cookie of that session is what counts here. The same holds for giving password and \
                factor once more, which some changes ask for (`confirmation-needed`).

                **Cross-site requests.** GET and HEAD change nothing. Every other method needs the \
                header `Sparekey-Csrf` with the token that `GET /api/v1/session` gives, the cookie \
                that came with it, and an `Origin` and `Sec-Fetch-Site` of this site where they \
                are sent.

                **Requests** are JSON in UTF-8, at most 16 KiB; unknown, repeated and missing \
                members are refused, and so are values of another kind.

                **Failures** are problem documents (RFC 9457). `type` says what kind of problem it \
                is, `reason` the exact cause, by the code that the audit log has too. 429 and 503 \
                carry `Retry-After`. What is unknown and what belongs to somebody else is the same \
                404.

                **Recoveries** are started for any name, and the answers do not tell whether it \
                has an account. The cookie that comes with the start is needed for every further \
                step. A recovery never signs in.
                """),
    tags = {
      @Tag(
          name = "session",
          description = "The own session, and the token against cross-site requests"),
      @Tag(name = "factors", description = "The own factors"),
      @Tag(
          name = "authenticator",
          description = "What phones with Sparekey’s own authenticator say, each act signed"),
      @Tag(name = "recovery codes", description = "The own sheet of saved recovery codes"),
      @Tag(name = "sessions", description = "All open sessions of the own account"),
      @Tag(name = "contact points", description = "The own mail addresses and phone numbers"),
      @Tag(
          name = "recoveries",
          description = "Recoveries of the own account, for a signed-in owner"),
      @Tag(name = "recovery ceremony", description = "The recovery that this browser started"),
      @Tag(name = "admin", description = "What staff read; each reading is an audit entry"),
      @Tag(name = "telephony", description = "What providers of texts and calls report"),
      @Tag(name = "problems", description = "What the type URIs of problem documents mean")
    })
@SecuritySchemes({
  @SecurityScheme(
      securitySchemeName = Api.SESSION,
      type = SecuritySchemeType.APIKEY,
      in = SecuritySchemeIn.COOKIE,
      apiKeyName = "__Host-sparekey-session",
      description = "The session of the pages; without TLS the name is sparekey-session"),
  @SecurityScheme(
      securitySchemeName = Api.RECOVERY,
      type = SecuritySchemeType.APIKEY,
      in = SecuritySchemeIn.COOKIE,
      apiKeyName = "__Host-sparekey-recovery",
      description =
          "The browser that started the recovery; without TLS the name is sparekey-recovery")
})
public class Api extends Application {

  /** The security scheme of whatever needs a signed-in person. */
  static final String SESSION = "session";

  /** The security scheme of the recovery ceremony. */
  static final String RECOVERY = "recovery";

  /** No WADL: one description is enough. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
