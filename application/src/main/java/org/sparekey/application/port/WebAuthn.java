package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.shared.FactorId;

/**
 * WebAuthn Level 3, by a library. RP id and origin are those of the configured base address and of
 * nothing else; attestation is not asked for and not looked at. What comes from a browser is JSON,
 * as {@code PublicKeyCredential.toJSON()} makes it.
 */
public interface WebAuthn {

  /** What a credential is good for, and so what is asked of it. */
  enum Use {
    /** Stands alone: discoverable, and the authenticator checks its user. */
    ALONE,
    /** Stands beside a password: neither is needed. */
    BESIDE_A_PASSWORD
  }

  /**
   * Whom an authenticator keeps a credential for.
   *
   * @param handle base64url, at most 64 bytes; no personal data (WebAuthn Level 3 §14.6.1)
   * @param name the sign-in name, by which people tell accounts apart
   */
  record User(String handle, String name, String displayName) {}

  /** What is wrong with an answer. */
  enum Flaw {
    /** Not what a browser sends. */
    MALFORMED,
    /** An answer to another challenge. */
    WRONG_CHALLENGE,
    /** Made on another site, or inside a page of another site (phishing). */
    WRONG_ORIGIN,
    /** Made for another RP id. */
    WRONG_SITE,
    /** A credential that was not asked for. */
    WRONG_CREDENTIAL,
    WRONG_SIGNATURE,
    /** The authenticator was not touched. */
    USER_NOT_PRESENT,
    /** The authenticator did not check its user, and had to. */
    USER_NOT_CHECKED,
    /** An algorithm that was not offered. */
    UNFIT_KEY,
    /** Any other rule of the standard. */
    UNFIT,
    /** All was right but the counter: somebody has a copy (WebAuthn Level 3 §6.1.1). */
    COUNTER_WENT_BACK
  }

  /**
   * What became of a registration.
   *
   * @param passkey empty when there is a flaw
   */
  record Registration(Optional<Passkey> passkey, Optional<Flaw> flaw) {

    /** Accepted. */
    public static Registration of(Passkey passkey) {
      return new Registration(Optional.of(passkey), Optional.empty());
    }

    /** Not accepted. */
    public static Registration flawed(Flaw flaw) {
      return new Registration(Optional.empty(), Optional.of(flaw));
    }
  }

  /**
   * What an answer says about itself, unchecked.
   *
   * @param credentialId base64url without padding
   * @param challenge base64url without padding
   * @param userHandle base64url without padding; empty when the authenticator did not say
   */
  record Claim(String credentialId, String challenge, Optional<String> userHandle) {}

  /**
   * What became of an answer to a challenge.
   *
   * @param signCount the new counter; 0 when there is a flaw
   * @param backedUp the new backup state
   */
  record Assertion(Optional<Flaw> flaw, long signCount, boolean backedUp) {

    /** Not accepted. */
    public static Assertion flawed(Flaw flaw) {
      return new Assertion(Optional.of(flaw), 0, false);
    }
  }

  /**
   * The options for {@code navigator.credentials.create()}, as {@code
   * parseCreationOptionsFromJSON()} reads them.
   *
   * @param challenge base64url without padding, at least 16 random bytes
   * @param known credentials of this account, none of which is made a second time
   */
  String creationOptions(String challenge, User user, Use use, List<Passkey> known);

  /** The challenge that a new credential says it answers, unchecked; empty when it is none. */
  Optional<String> challengeOfNew(String json);

  /** Checks the answer to {@link #creationOptions} (WebAuthn Level 3 §7.1). */
  Registration register(String json, FactorId factor, String challenge, Use use);

  /**
   * The options for {@code navigator.credentials.get()}, as {@code parseRequestOptionsFromJSON()}
   * reads them.
   *
   * @param allowed who may answer; empty for whatever the browser finds
   */
  String requestOptions(String challenge, Use use, List<Passkey> allowed);

  /** Reads an answer without believing it; empty when it is none. */
  Optional<Claim> claim(String json);

  /** Checks the answer to {@link #requestOptions} by this credential (WebAuthn Level 3 §7.2). */
  Assertion check(String json, String challenge, Use use, Passkey passkey);
}
