package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import org.sparekey.domain.shared.MessageId;

/**
 * Questions for phones, written with the challenge that causes them, delivered by workers. What is
 * done is deleted: the audit log keeps what happened.
 */
public interface PushOutbox {

  /** Adds a message. */
  void add(PushMessage message);

  /**
   * Takes messages that are due, for this worker alone, until {@code lease}.
   *
   * @param limit at most this many
   */
  List<PushMessage> claim(Instant now, Instant lease, int limit);

  /** Delivered, dropped or given up. */
  void remove(MessageId id);

  /** Not delivered; try again at {@code next}. */
  void retry(MessageId id, Instant next);
}
