package org.sparekey.application.memory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.AuditQuery;
import org.sparekey.application.port.AuditReader;
import org.sparekey.application.port.IdSource;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.Moments;

/** The audit log in memory; tests look at {@link #entries()}. */
public final class MemoryAuditLog implements AuditLog, AuditReader {

  private static final Comparator<AuditEntry> OLDEST_FIRST =
      Comparator.comparing(entry -> entry.id().value(), Uuids.BYTEWISE);

  private final List<AuditEntry> rows = new CopyOnWriteArrayList<>();
  private final IdSource ids;
  private final InstantSource clock;

  public MemoryAuditLog(IdSource ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public AuditEntry record(AuditDraft fact) {
    AuditEntry entry =
        new AuditEntry(new AuditEntryId(ids.next()), Moments.storable(clock.instant()), fact);
    rows.add(entry);
    return entry;
  }

  /** All entries, in the order of recording. */
  public List<AuditEntry> entries() {
    return List.copyOf(rows);
  }

  /** The codes of all entries, in the order of recording. */
  public List<AuditCode> codes() {
    return rows.stream().map(entry -> entry.what().code()).toList();
  }

  @Override
  public List<AuditEntry> page(AuditQuery query, Optional<AuditEntryId> before, int limit) {
    return rows.stream()
        .filter(entry -> matches(query, entry))
        .filter(entry -> before.map(id -> compare(entry.id(), id) < 0).orElse(true))
        .sorted(OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public long stream(AuditQuery query, AuditEntryId last, Consumer<? super AuditEntry> sink) {
    List<AuditEntry> wanted = new ArrayList<>(rows);
    wanted.removeIf(entry -> !matches(query, entry) || compare(entry.id(), last) > 0);
    wanted.sort(OLDEST_FIRST);
    wanted.forEach(sink);
    return wanted.size();
  }

  private static int compare(AuditEntryId a, AuditEntryId b) {
    return Uuids.BYTEWISE.compare(a.value(), b.value());
  }

  private static boolean matches(AuditQuery query, AuditEntry entry) {
    AuditDraft what = entry.what();
    return what.organisation().filter(query.organisation()::equals).isPresent()
        && query.from().map(from -> !entry.at().isBefore(from)).orElse(true)
        && query.to().map(to -> entry.at().isBefore(to)).orElse(true)
        && (query.codes().isEmpty() || query.codes().contains(what.code()))
        && (query.actor().isEmpty() || query.actor().equals(what.actor().account()))
        && (query.subject().isEmpty() || query.subject().equals(what.subject()))
        && query.outcome().map(outcome -> outcome == what.outcome()).orElse(true);
  }
}
