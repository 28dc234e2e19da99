package org.sparekey.web.user.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.drill.LastDrill;
import org.sparekey.application.readiness.ReadinessView;

/** What the owner can count on when something is lost or stolen. */
@Schema(
    name = "Readiness",
    description =
        "losses: each usual loss, devices first; weakSpots: single things that open the account for"
            + " whoever holds them; lockouts: the smallest losses that lock the owner out; advice:"
            + " what would make the account safer, the cheapest first",
    requiredProperties = {"policy", "losses", "weakSpots", "leastTheft", "lockouts", "advice"})
public record ReadinessRepresentation(
    @Schema(description = "The policy in force", example = "standard/3") String policy,
    List<Loss> losses,
    List<WeakSpot> weakSpots,
    @Schema(
            description = "How many things a thief needs at least; 0 when nothing opens it",
            example = "2")
        int leastTheft,
    List<Together> lockouts,
    List<Advice> advice,
    @Nullable Drill lastDrill) {

  static ReadinessRepresentation of(ReadinessView view, Optional<LastDrill> last) {
    return new ReadinessRepresentation(
        view.policy(),
        view.losses().stream().map(Loss::of).toList(),
        view.weakSpots().stream().map(WeakSpot::of).toList(),
        view.leastTheft(),
        view.lockouts().stream().map(Together::of).toList(),
        view.advice().stream().map(Advice::of).toList(),
        last.map(Drill::of).orElse(null));
  }

  /** What an owner rehearsed. */
  @Schema(
      name = "LastDrill",
      description =
          "What the last rehearsal said. thing: what was imagined to be lost; way: the one that was"
              + " tried; missing: kinds of proof that were not at hand",
      requiredProperties = {"at", "thing", "result", "way", "missing", "policy"})
  public record Drill(
      @Schema(format = "date-time", example = "2026-11-24T09:00:00Z") Instant at,
      Thing thing,
      @Schema(
              enumeration = {"back-in", "given-up"},
              example = "back-in")
          String result,
      WayBack way,
      List<String> missing,
      @Schema(description = "The policy then", example = "standard/3") String policy) {

    static Drill of(LastDrill last) {
      return new Drill(
          last.at(),
          new Thing(last.loss(), last.name()),
          last.result(),
          new WayBack(
              last.way(),
              last.evidence(),
              last.approvals(),
              last.hold().toString(),
              last.longest().toString()),
          last.missing(),
          last.policy());
    }
  }

  /** Something that can be lost or stolen. */
  @Schema(
      name = "LosableThing",
      requiredProperties = {"kind", "name"})
  public record Thing(
      @Schema(
              enumeration = {
                "device",
                "all-devices",
                "password",
                "mailbox",
                "number",
                "browser",
                "memory",
                "paper",
                "person",
                "staff"
              },
              example = "device")
          String kind,
      @Schema(description = "Empty where there is one only", example = "Pixel 8") String name) {

    static Thing of(ReadinessView.Thing thing) {
      return new Thing(thing.kind(), thing.name());
    }
  }

  /** Some things at once. */
  @Schema(
      name = "LosableThings",
      requiredProperties = {"things"})
  public record Together(List<Thing> things) {

    static Together of(ReadinessView.Together together) {
      return new Together(together.things().stream().map(Thing::of).toList());
    }
  }

  /** A usual loss. */
  @Schema(
      name = "UsualLoss",
      description = "ways: what leads back in, the cheapest first; empty when nothing does",
      requiredProperties = {"thing", "lockedOut", "ways"})
  public record Loss(
      Thing thing,
      @Schema(description = "Whether nothing is left", example = "false") boolean lockedOut,
      List<WayBack> ways) {

    static Loss of(ReadinessView.Loss loss) {
      return new Loss(
          Thing.of(loss.thing()), loss.lockedOut(), loss.ways().stream().map(WayBack::of).toList());
    }
  }

  /** A way back in. */
  @Schema(
      name = "WayBack",
      description = "evidence: kinds of proof, such as password and mailed-code",
      requiredProperties = {"kind", "evidence", "approvals", "hold", "longestHold"})
  public record WayBack(
      @Schema(
              enumeration = {
                "password-and-factor",
                "passkey",
                "password-alone",
                "password-reset",
                "recovery"
              },
              example = "recovery")
          String kind,
      List<String> evidence,
      @Schema(description = "People who must agree", example = "0") int approvals,
      @Schema(description = "When nothing is odd, ISO 8601", example = "PT24H") String hold,
      @Schema(description = "When much is odd, ISO 8601", example = "PT168H") String longestHold) {

    static WayBack of(ReadinessView.Way way) {
      return new WayBack(
          way.code(),
          way.evidence(),
          way.approvals(),
          way.hold().toString(),
          way.longest().toString());
    }
  }

  /** A single thing that opens the account. */
  @Schema(
      name = "WeakSpot",
      description = "ways: kinds of ways, as in ways back",
      requiredProperties = {"thing", "ways", "timeToReact", "heard"})
  public record WeakSpot(
      Thing thing,
      List<String> ways,
      @Schema(description = "ISO 8601", example = "PT0S") String timeToReact,
      @Schema(description = "Whether a notice reaches the owner", example = "true") boolean heard) {

    static WeakSpot of(ReadinessView.WeakSpot weak) {
      return new WeakSpot(
          Thing.of(weak.thing()), weak.ways(), weak.toReact().toString(), weak.heard());
    }
  }

  /** What would make the account safer. */
  @Schema(
      name = "Advice",
      description =
          "benefits: survives, harder, sooner, heard; survives: losses that lock out today, and"
              + " would no longer",
      requiredProperties = {"add", "benefits", "survives"})
  public record Advice(
      @Schema(
              enumeration = {"recovery-codes", "address", "passkey", "recovery-contacts"},
              example = "recovery-codes")
          String add,
      List<String> benefits,
      List<Together> survives) {

    static Advice of(ReadinessView.Advice advice) {
      return new Advice(
          advice.code(), advice.benefits(), advice.survives().stream().map(Together::of).toList());
    }
  }
}
