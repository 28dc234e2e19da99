package org.sparekey.web.admin.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.support.AccountFile;
import org.sparekey.application.support.AccountLine;
import org.sparekey.application.support.AccountPage;
import org.sparekey.domain.account.StaffRole;

/** Accounts as JSON: stable codes, ids and times as text; what is missing is left out. */
public final class AccountJson {

  private AccountJson() {}

  /** A page of found accounts; {@code next} is the {@code after} of the next one. */
  @Schema(
      name = "AccountPage",
      requiredProperties = {"accounts"})
  public record Page(List<Line> accounts, @Nullable String next) {
    static Page of(AccountPage page) {
      return new Page(page.accounts().stream().map(Line::of).toList(), page.next().orElse(null));
    }
  }

  /** A found account. */
  @Schema(
      name = "AccountLine",
      requiredProperties = {"id", "signInName", "displayName", "roles", "createdAt", "onProbation"})
  public record Line(
      String id,
      String signInName,
      String displayName,
      List<String> roles,
      String createdAt,
      boolean onProbation) {
    static Line of(AccountLine line) {
      return new Line(
          line.id().toString(),
          line.signInName(),
          line.displayName(),
          line.roles().stream().sorted().map(StaffRole::code).toList(),
          line.createdAt().toString(),
          line.onProbation());
    }
  }

  /** An account with its factors, recoveries and resets. */
  @Schema(
      name = "AccountFile",
      requiredProperties = {
        "id",
        "signInName",
        "displayName",
        "organisation",
        "language",
        "roles",
        "createdAt",
        "contactPoints",
        "factors",
        "recoveries",
        "resets"
      })
  public record Full(
      String id,
      String signInName,
      String displayName,
      String organisation,
      String language,
      List<String> roles,
      String createdAt,
      @Nullable String probationUntil,
      List<Contact> contactPoints,
      List<FactorState> factors,
      List<RecoveryState> recoveries,
      List<ResetDone> resets) {
    static Full of(AccountFile file) {
      return new Full(
          file.id().toString(),
          file.signInName(),
          file.displayName(),
          file.organisationName(),
          file.language().toLanguageTag(),
          file.roles().stream().sorted().map(StaffRole::code).toList(),
          file.createdAt().toString(),
          text(file.probationUntil()),
          file.contactPoints().stream().map(Contact::of).toList(),
          file.factors().stream().map(FactorState::of).toList(),
          file.recoveries().stream().map(RecoveryState::of).toList(),
          file.resets().stream().map(ResetDone::of).toList());
    }
  }

  /** A contact point, masked. */
  @Schema(
      name = "AccountContactPoint",
      requiredProperties = {"kind", "masked", "addedAt"})
  public record Contact(
      String kind,
      String masked,
      String addedAt,
      @Nullable String confirmedAt,
      @Nullable String usableForRecoveryFrom,
      @Nullable String removedAt) {
    static Contact of(AccountFile.ContactLine line) {
      return new Contact(
          line.kind().code(),
          line.masked(),
          line.addedAt().toString(),
          text(line.confirmedAt()),
          text(line.usableForRecoveryFrom()),
          text(line.removedAt()));
    }
  }

  /** A factor ever bound. */
  @Schema(
      name = "AccountFactor",
      requiredProperties = {"id", "kind", "device", "status", "createdAt"})
  public record FactorState(
      String id,
      String kind,
      String device,
      String status,
      String createdAt,
      @Nullable String confirmedAt,
      @Nullable String lastUsedAt,
      @Nullable String endedAt,
      @Nullable String reason) {
    static FactorState of(AccountFile.FactorLine line) {
      return new FactorState(
          line.id().toString(),
          line.kind().code(),
          line.device(),
          line.status().code(),
          line.createdAt().toString(),
          text(line.confirmedAt()),
          text(line.lastUsedAt()),
          text(line.endedAt()),
          line.reason().map(reason -> reason.code()).orElse(null));
    }
  }

  /** A recovery. */
  @Schema(
      name = "AccountRecovery",
      requiredProperties = {
        "id",
        "status",
        "policy",
        "lost",
        "openedAt",
        "expiresAt",
        "evidence",
        "risks"
      })
  public record RecoveryState(
      String id,
      String status,
      String policy,
      String lost,
      String openedAt,
      String expiresAt,
      List<String> evidence,
      List<String> risks,
      @Nullable String holdUntil,
      @Nullable String endedAt,
      @Nullable String vetoedBy) {
    static RecoveryState of(AccountFile.RecoveryLine line) {
      return new RecoveryState(
          line.id().toString(),
          line.status().code(),
          line.policy(),
          line.lost().code(),
          line.openedAt().toString(),
          line.expiresAt().toString(),
          line.evidence().stream().map(kind -> kind.code()).toList(),
          line.risks().stream().map(risk -> risk.code()).toList(),
          text(line.holdUntil()),
          text(line.endedAt()),
          line.vetoedBy().map(route -> route.code()).orElse(null));
    }
  }

  /** A line of the reset history. */
  @Schema(
      name = "Reset",
      requiredProperties = {"recovery", "at", "bound", "revoked", "policy", "evidence", "risks"})
  public record ResetDone(
      String recovery,
      String at,
      String bound,
      List<String> revoked,
      String policy,
      List<String> evidence,
      List<String> risks) {
    static ResetDone of(AccountFile.ResetLine line) {
      return new ResetDone(
          line.recovery().toString(),
          line.at().toString(),
          line.bound(),
          line.revoked(),
          line.policy(),
          line.evidence().stream().map(kind -> kind.code()).toList(),
          line.risks().stream().map(risk -> risk.code()).toList());
    }
  }

  private static @Nullable String text(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
