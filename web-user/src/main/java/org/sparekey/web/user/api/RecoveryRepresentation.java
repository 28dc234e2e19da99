package org.sparekey.web.user.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.DecisionView;
import org.sparekey.application.recovery.LostOption;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.application.signin.FactorView;
import org.sparekey.domain.policy.EvidenceKind;

/**
 * The recovery that this browser started. One for a name without an account looks the same.
 *
 * @param holdUntil left out when there is no hold
 * @param pendingFactor left out unless a new factor waits to be confirmed; its key is not told
 *     again
 */
@Schema(
    name = "Recovery",
    requiredProperties = {
      "id",
      "status",
      "given",
      "offered",
      "decision",
      "survivors",
      "codeSent",
      "losable",
      "lost",
      "sameChannel",
      "openedAt",
      "expiresAt",
      "now",
      "riskReasons"
    })
public record RecoveryRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a13") String id,
    @Schema(
            enumeration = {
              "requested",
              "proving",
              "approving",
              "holding",
              "ready",
              "completed",
              "cancelled",
              "vetoed",
              "denied",
              "expired"
            },
            example = "proving")
        String status,
    @Schema(description = "Kinds of proof found right so far", example = "[\"password\"]")
        List<String> given,
    @Schema(
            description =
                "Kinds of proof that would help now: to be enough, or, once they are, to shorten"
                    + " the rest",
            example = "[\"mailed-code\"]")
        List<String> offered,
    @Schema(description = "What the policy says to the proofs so far") Decision decision,
    @Schema(description = "Factors that can be asked for a proof; empty before the first proof")
        List<Survivor> survivors,
    @Schema(description = "A code was asked for and is still good") boolean codeSent,
    @Schema(description = "Factors that can be reported lost; empty before the first proof")
        List<Losable> losable,
    @Schema(
            enumeration = {"unsaid", "some-factors", "everything"},
            example = "everything")
        String lost,
    @Schema(description = "The proofs would be enough, but one mailbox gives more than one of them")
        boolean sameChannel,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant openedAt,
    @Schema(
            description = "When it ends by itself",
            format = "date-time",
            example = "2026-11-24T12:00:00Z")
        Instant expiresAt,
    @Schema(format = "date-time", example = "2026-11-24T12:00:00Z") @Nullable Instant holdUntil,
    @Schema(
            description = "The server's clock, for a countdown",
            format = "date-time",
            example = "2026-11-23T12:10:00Z")
        Instant now,
    @Schema(
            description = "The new factor that waits to be confirmed",
            format = "uuid",
            example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11")
        @Nullable String pendingFactor,
    @Schema(description = "Stable codes, such as unknown-browser; empty until enough is proved")
        List<String> riskReasons) {

  static RecoveryRepresentation of(RecoveryView view) {
    return new RecoveryRepresentation(
        view.id().toString(),
        view.status().code(),
        codes(view.given()),
        codes(view.offered()),
        Decision.of(view.decision()),
        view.survivors().stream().map(Survivor::of).toList(),
        view.codeSent(),
        view.losable().stream().map(Losable::of).toList(),
        view.lost().code(),
        view.sameChannel(),
        view.openedAt(),
        view.expiresAt(),
        view.holdUntil().orElse(null),
        view.now(),
        view.enrolment().map(enrolment -> enrolment.id().toString()).orElse(null),
        view.riskReasons());
  }

  private static List<String> codes(Collection<EvidenceKind> kinds) {
    return kinds.stream().map(EvidenceKind::code).sorted().toList();
  }

  /**
   * What the policy says, in the words of the audit log.
   *
   * @param until left out unless there is a hold or a probation
   */
  @Schema(
      name = "RecoveryDecision",
      requiredProperties = {"code", "wouldDo", "approvals"})
  public record Decision(
      @Schema(
              description = "Empty when the recovery has ended otherwise",
              enumeration = {
                "more-evidence",
                "same-channel",
                "hold-until",
                "approval-needed",
                "enough",
                "probation",
                "too-many-wrong",
                ""
              },
              example = "more-evidence")
          String code,
      @Schema(
              description = "Sets of further proofs that would be enough, the cheapest first",
              example = "[[\"mailed-code\"]]")
          List<List<String>> wouldDo,
      @Schema(
              description = "When the hold or the probation is over",
              format = "date-time",
              example = "2026-11-24T12:00:00Z")
          @Nullable Instant until,
      @Schema(description = "People of the staff who must still agree") int approvals) {

    static Decision of(DecisionView view) {
      return new Decision(
          view.code(),
          view.wouldDo().stream()
              .map(kinds -> kinds.stream().map(EvidenceKind::code).toList())
              .toList(),
          view.until().orElse(null),
          view.approvals());
    }
  }

  /** A factor that is left. */
  @Schema(
      name = "Survivor",
      requiredProperties = {"factor", "device", "kind"})
  public record Survivor(
      @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String factor,
      @Schema(example = "Tablet") String device,
      @Schema(example = "totp") String kind) {

    static Survivor of(FactorView view) {
      return new Survivor(view.id().toString(), view.device(), view.kind());
    }
  }

  /**
   * A factor that can be reported lost.
   *
   * @param chosen reported lost
   */
  @Schema(
      name = "Losable",
      requiredProperties = {"factor", "device", "kind", "chosen"})
  public record Losable(
      @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String factor,
      @Schema(example = "Pixel 8") String device,
      @Schema(example = "totp") String kind,
      @Schema(description = "Reported lost") boolean chosen) {

    static Losable of(LostOption option) {
      return new Losable(
          option.factor().toString(), option.device(), option.kind(), option.chosen());
    }
  }
}
