package org.sparekey.web.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.audit.AuditFilter;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;

/**
 * A filter as it is typed or stands in an address; blank fields do not narrow.
 *
 * @param from UTC: an instant ("2026-11-23T08:00:00Z"), a date with a time, or a date
 * @param to like {@code from}; what happens then is left out
 * @param codes stable codes of events
 * @param outcome stable code of an outcome
 */
public record AuditFilterForm(
    String from, String to, List<String> codes, String actor, String subject, String outcome) {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  /** Copies the codes and leaves out blank ones. */
  public AuditFilterForm {
    codes = codes.stream().filter(code -> !code.isBlank()).toList();
  }

  /** The names of the fields that make no sense, in the order of the form. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!from.isBlank() && instant(from).isEmpty()) {
      problems.add("from");
    }
    if (!to.isBlank() && instant(to).isEmpty()) {
      problems.add("to");
    }
    if (codes.stream().anyMatch(code -> AuditCode.ofCode(code).isEmpty())) {
      problems.add("code");
    }
    if (!outcome.isBlank() && parsedOutcome().isEmpty()) {
      problems.add("outcome");
    }
    return problems;
  }

  /** The filter; call it when there are no problems. */
  public AuditFilter filter() {
    Set<AuditCode> wanted = EnumSet.noneOf(AuditCode.class);
    codes.forEach(code -> AuditCode.ofCode(code).ifPresent(wanted::add));
    return new AuditFilter(
        instant(from), instant(to), wanted, typed(actor), typed(subject), parsedOutcome());
  }

  /**
   * {@code from} as an {@code input type=datetime-local} takes it, "2026-11-23T08:00", in whichever
   * form it was given; what is no time stays as it is.
   */
  public String localFrom() {
    return local(from);
  }

  /** {@code to}, as {@link #localFrom()}. */
  public String localTo() {
    return local(to);
  }

  // to the minute, and further only where there is more; HTML knows milliseconds at most
  private static String local(String typed) {
    return instant(typed)
        .map(at -> LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC))
        .map(LocalDateTime::toString)
        .orElse(typed);
  }

  /** The filter as the query of an address, empty when nothing is narrowed. */
  public String query() {
    StringBuilder query = new StringBuilder();
    append(query, "from", from);
    append(query, "to", to);
    codes.forEach(code -> append(query, "code", code));
    append(query, "actor", actor);
    append(query, "subject", subject);
    append(query, "outcome", outcome);
    return query.toString();
  }

  private static void append(StringBuilder query, String name, String value) {
    if (!value.isBlank()) {
      query
          .append(query.isEmpty() ? "" : "&")
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static Optional<String> typed(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }

  private Optional<Outcome> parsedOutcome() {
    return Arrays.stream(Outcome.values())
        .filter(value -> value.code().equals(outcome.strip()))
        .findFirst();
  }

  private static Optional<Instant> instant(String typed) {
    String text = typed.strip();
    try {
      Instant parsed =
          text.endsWith("Z")
              ? Instant.parse(text)
              : text.contains("T")
                  ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                  : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      int year = parsed.atZone(ZoneOffset.UTC).getYear();
      return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(parsed);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
