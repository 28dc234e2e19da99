package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.domain.shared.Secret;

/** The virtual handset of the developer profile; it exists in no other. */
public interface Handset {

  /** A mail that arrived. */
  record Mail(UUID id, String recipient, String subject, String body, Instant receivedAt) {}

  /**
   * A text or a call that arrived.
   *
   * @param number whose phone rings
   * @param body of a call the text of a {@link SpokenCode}
   */
  record Ring(
      UUID id,
      OutboxMessage.Channel channel,
      String number,
      Locale language,
      String body,
      Instant receivedAt) {}

  /** A seed in the handset's authenticator. */
  record Key(UUID id, String label, Secret seed) {}

  /** A mail arrives. */
  void receive(Mail mail);

  /**
   * Mails, latest first.
   *
   * @param after one that was seen: those that arrived with it or later
   * @param limit at most this many
   */
  List<Mail> mails(Optional<UUID> after, int limit);

  /** A text or a call arrives; one that comes twice is there once. */
  void ring(Ring ring);

  /**
   * Texts and calls, latest first.
   *
   * @param limit at most this many
   */
  List<Ring> rings(int limit);

  /** The authenticator's seeds, oldest first. */
  List<Key> keys();

  void add(Key key);

  void remove(UUID key);

  /** The six digits that an app would show (RFC 6238). */
  String code(Key key, Instant now);
}
