package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The readable form of a policy, for export, comparison and storage; {@link PolicyReader} reads it.
 * The format is described in {@code docs/policies.md}.
 */
public final class PolicyText {

  /** The first line: the name of the format and its version. */
  public static final String FORMAT = "sparekey-policy 1";

  private static final String NONE = "none";

  private PolicyText() {}

  /** The text of a policy; reading it gives the same policy. */
  public static String of(RecoveryPolicy policy) {
    return Stream.concat(
            Stream.of(
                FORMAT,
                "key " + policy.version().key(),
                "version " + policy.version().version(),
                "name " + policy.name(),
                ""),
            Stream.concat(policy.paths().stream().map(PolicyText::path), rules(policy.rules())))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String path(RecoveryPath path) {
    Holds holds = path.holds();
    return "path "
        + path.evidence().stream()
            .sorted()
            .map(EvidenceKind::code)
            .collect(Collectors.joining(" + "))
        + "\n  hold "
        + duration(holds.low())
        + ", elevated "
        + duration(holds.elevated())
        + ", high "
        + duration(holds.high())
        + "\n  approvals "
        + path.approvals();
  }

  private static Stream<String> rules(PolicyRules rules) {
    return Stream.of(
        "",
        "probation " + duration(rules.probation()),
        "contact-cool-off " + duration(rules.contactCoolOff()),
        "wrong-proofs " + rules.wrongProofs(),
        "revokes " + rules.revokes().code(),
        "surviving-factor-may " + survivors(rules),
        "remembered-browsers " + orNone(rules.rememberedBrowsers().map(PolicyText::duration)),
        "recovery-contacts " + orNone(rules.contacts().map(it -> it.needed() + " of " + it.of())),
        "vetoes " + rules.vetoes().then() + " then-approvals " + rules.vetoes().approvals(),
        "least-factors " + rules.leastFactors(),
        "running-recoveries " + rules.running().code());
  }

  private static String survivors(PolicyRules rules) {
    return orNone(
        rules.survivors().stream()
            .sorted()
            .map(PolicyRules.Survivor::code)
            .reduce((one, other) -> one + ", " + other));
  }

  private static String orNone(Optional<String> text) {
    return text.orElse(NONE);
  }

  /** The shortest exact form: days, else hours, else minutes, else seconds. */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds == 0) {
      return "0";
    }
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
