package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sparekey.domain.shared.MessageId;

/** Messages, written with the change that causes them, delivered by workers. */
public interface Outbox {

  /**
   * What a worker has taken.
   *
   * @param messages to deliver
   * @param unreadable whose seal does not open, their bodies empty: they must not keep the others
   *     waiting
   */
  record Claim(List<OutboxMessage> messages, List<OutboxMessage> unreadable) {}

  /** Adds a message. */
  void add(OutboxMessage message);

  /** Does the same work as {@link #add} for nobody, and leaves nothing to deliver (row 16). */
  void addDecoy(OutboxMessage message);

  /**
   * Takes messages that are due, for this worker alone, until {@code lease}.
   *
   * @param channels no others
   * @param limit at most this many
   */
  Claim claim(Set<OutboxMessage.Channel> channels, Instant now, Instant lease, int limit);

  /** Delivered, or dropped because it expired: the body is wiped. */
  void settle(MessageId id, Instant now, boolean delivered);

  /** Not delivered; try again at {@code next}. */
  void retry(MessageId id, Instant next, String error);

  /**
   * Given up; stays for people to look at. The body of one that does not expire stays sealed, so
   * that it can be sent again when the cause is gone; that of a code is wiped.
   */
  void bury(MessageId id, Instant now, String error);

  /**
   * Deletes what was delivered, dropped or never meant to be, before {@code before}; at most {@code
   * limit}; returns how many.
   */
  int purge(Instant before, int limit);
}
