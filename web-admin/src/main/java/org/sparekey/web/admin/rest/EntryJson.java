package org.sparekey.web.admin.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.audit.AuditLine;
import org.sparekey.application.audit.AuditPage;
import org.sparekey.application.support.Timeline;
import org.sparekey.domain.audit.AuditDraft;

/** Audit entries and events as JSON: stable codes, ids and times as text. */
public final class EntryJson {

  private EntryJson() {}

  /** A page of entries, latest first; {@code next} is the {@code before} of the next one. */
  @Schema(
      name = "AuditPage",
      requiredProperties = {"entries"})
  public record Page(List<Entry> entries, @Nullable String next) {
    static Page of(AuditPage page) {
      return new Page(page.lines().stream().map(Entry::of).toList(), text(page.next()));
    }
  }

  /** An entry of the audit log, with the present sign-in names of the two accounts. */
  @Schema(
      name = "AuditEntry",
      requiredProperties = {
        "id",
        "at",
        "code",
        "outcome",
        "actorKind",
        "sourceAddress",
        "userAgent"
      })
  public record Entry(
      String id,
      String at,
      String code,
      String outcome,
      @Nullable String reason,
      String actorKind,
      @Nullable String actor,
      @Nullable String actorName,
      @Nullable String subject,
      @Nullable String subjectName,
      @Nullable String factorKind,
      @Nullable String factor,
      @Nullable String recovery,
      @Nullable String policy,
      @Nullable String detail,
      String sourceAddress,
      String userAgent) {
    static Entry of(AuditLine line) {
      AuditDraft what = line.entry().what();
      return new Entry(
          line.entry().id().toString(),
          line.entry().at().toString(),
          what.code().code(),
          what.outcome().code(),
          text(what.reason()),
          what.actor().kind().code(),
          text(what.actor().account()),
          text(line.actorName()),
          text(what.subject()),
          text(line.subjectName()),
          text(what.factorKind()),
          text(what.factor()),
          text(what.recovery()),
          text(what.policy()),
          text(what.detail()),
          what.origin().sourceAddress(),
          what.origin().userAgent());
    }
  }

  /** A page of an account's events, latest first. */
  @Schema(
      name = "Timeline",
      requiredProperties = {"events"})
  public record Events(List<Event> events, @Nullable String next) {
    static Events of(Timeline timeline) {
      return new Events(timeline.events().stream().map(Event::of).toList(), text(timeline.next()));
    }
  }

  /** An event of an account. */
  @Schema(
      name = "TimelineEvent",
      requiredProperties = {"id", "at", "code", "outcome", "actorKind", "sourceAddress"})
  public record Event(
      String id,
      String at,
      String code,
      String outcome,
      @Nullable String reason,
      String actorKind,
      @Nullable String actorName,
      @Nullable String factorKind,
      @Nullable String device,
      @Nullable String recovery,
      @Nullable String policy,
      @Nullable String detail,
      String sourceAddress) {
    static Event of(Timeline.Event event) {
      return new Event(
          event.id().toString(),
          event.at().toString(),
          event.code().code(),
          event.outcome().code(),
          text(event.reason()),
          event.actor().code(),
          text(event.actorName()),
          text(event.factorKind()),
          text(event.device()),
          text(event.recovery()),
          text(event.policy()),
          text(event.detail()),
          event.sourceAddress());
    }
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
