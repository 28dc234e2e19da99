package org.sparekey.application.port;

import org.sparekey.domain.shared.Secret;

/** Seals secrets under keys that are not in the database. */
public interface Sealer {

  /**
   * AES-GCM under the active key; printable ASCII that begins with the id of the key.
   *
   * @param context bound to the sealed bytes: they open only with the same text
   */
  String seal(Secret secret, String context);

  /** Opens what was sealed under any known key with the same context. */
  Secret open(String sealed, String context);
}
