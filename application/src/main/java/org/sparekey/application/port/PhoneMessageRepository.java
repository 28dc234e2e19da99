package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.MessageId;

/** Texts and calls with codes, and what became of them. */
public interface PhoneMessageRepository {

  /** How many codes went to a prefix, and how many of them came back. */
  record Conversion(long sent, long used) {}

  void add(PhoneMessage message);

  Optional<PhoneMessage> find(MessageId id);

  /** The one that the provider knows by this name. */
  Optional<PhoneMessage> find(String provider, String reference);

  /**
   * A provider took it. It keeps a later state: the provider's report may be quicker than its
   * answer.
   */
  void handedOver(MessageId id, String provider, String reference);

  /**
   * Moves it on, by one guarded update: true for exactly one of any number of calls, and false for
   * a state that is not further than where it is.
   */
  boolean move(MessageId id, PhoneMessage.State to);

  /** Its code came back; nothing happens when there is no such message. */
  void used(MessageId id, Instant now);

  /**
   * What came back of the messages that a provider took. The youngest count only when their code
   * came back already: people need a moment.
   *
   * @param from the oldest that count
   * @param until the youngest that count without having been used
   */
  Conversion conversion(String prefix, Instant from, Instant until);

  /** Deletes those asked for before {@code before}; at most {@code limit}; returns how many. */
  int purge(Instant before, int limit);
}
