package org.sparekey.application.port;

import org.sparekey.domain.shared.Secret;

/** Argon2id with a pepper from outside the database. */
public interface PasswordHasher {

  /** The PHC form of a new hash. */
  String hash(Secret password);

  /** Whether the password is the hashed one. */
  boolean matches(Secret password, String hash);

  /** Does the same work for nothing: for a name without an account (attacks row 16). */
  void waste(Secret password);

  /** Whether the hash was made with older parameters or an older pepper. */
  boolean outdated(String hash);
}
