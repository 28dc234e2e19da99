package org.sparekey.application.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;

/**
 * Which entries of the own organisation are asked for; every filter narrows.
 *
 * @param from first instant, included
 * @param to last instant, excluded
 * @param codes empty for all
 * @param actor account id or sign-in name of who did it; a name that nobody has finds nothing
 * @param subject account id or sign-in name of whom it was done to
 */
public record AuditFilter(
    Optional<Instant> from,
    Optional<Instant> to,
    Set<AuditCode> codes,
    Optional<String> actor,
    Optional<String> subject,
    Optional<Outcome> outcome) {

  /** Copies the codes. */
  public AuditFilter {
    codes = Set.copyOf(codes);
  }

  /** Every entry of the organisation. */
  public static AuditFilter everything() {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The filter in stable words for the log; what was typed to name a person is left out. */
  String words() {
    return from.map(at -> "from=" + at + " ").orElse("")
        + to.map(at -> "to=" + at + " ").orElse("")
        + codeWords()
        + actor.map(name -> "by-actor ").orElse("")
        + subject.map(name -> "by-subject ").orElse("")
        + outcome.map(it -> "outcome=" + it.code() + " ").orElse("");
  }

  private String codeWords() {
    if (codes.isEmpty()) {
      return "";
    }
    return codes.size() > 3
        ? "codes=" + codes.size() + " "
        : codes.stream()
            .map(AuditCode::code)
            .sorted()
            .collect(Collectors.joining(",", "code=", " "));
  }
}
