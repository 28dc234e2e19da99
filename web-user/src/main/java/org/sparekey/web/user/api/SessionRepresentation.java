package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.StaffRole;

/**
 * Who is signed in at this browser.
 *
 * @param csrfToken for the header Sparekey-Csrf
 * @param session left out when nobody is signed in
 */
@Schema(
    name = "Session",
    requiredProperties = {"csrfToken"})
public record SessionRepresentation(
    @Schema(
            description = "For the header Sparekey-Csrf of every request that changes something",
            example = "9b1f…")
        String csrfToken,
    @Schema(description = "Left out when nobody is signed in") @Nullable SignedIn session) {

  static SessionRepresentation of(String csrfToken, @Nullable SessionView view) {
    return new SessionRepresentation(csrfToken, view == null ? null : SignedIn.of(view));
  }

  /** The session, and whose it is. */
  @Schema(
      name = "SignedIn",
      requiredProperties = {
        "id",
        "level",
        "signInName",
        "displayName",
        "organisation",
        "language",
        "roles",
        "recentlyConfirmed",
        "onProbation"
      })
  public record SignedIn(
      @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10") String id,
      @Schema(
              description =
                  "password: a factor is still to answer; enrolment: may bind the first factor;"
                      + " remembered: the browser stands in for a factor, which is asked for"
                      + " whatever matters; full: password and factor were given",
              enumeration = {"password", "enrolment", "remembered", "full"},
              example = "full")
          String level,
      @Schema(example = "mara@example.org") String signInName,
      @Schema(example = "Mara Lindt") String displayName,
      @Schema(example = "Example Ltd") String organisation,
      @Schema(description = "BCP 47", example = "en") String language,
      @Schema(description = "support, compliance, administrator; empty for everybody else")
          List<String> roles,
      @Schema(description = "Password and factor were given less than ten minutes ago")
          boolean recentlyConfirmed,
      @Schema(description = "Rights are restricted for a while after a reset")
          boolean onProbation) {

    static SignedIn of(SessionView view) {
      return new SignedIn(
          view.id().toString(),
          view.level().code(),
          view.signInName(),
          view.displayName(),
          view.organisationName(),
          view.language().toLanguageTag(),
          view.roles().stream().map(StaffRole::code).sorted().toList(),
          view.recentlyConfirmed(),
          view.onProbation());
    }
  }
}
