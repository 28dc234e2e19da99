package org.sparekey.application.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * A version of a policy with all that was done with it.
 *
 * @param versions the latest first
 * @param deeds what was done after publishing, the latest first
 * @param shipped whether it comes with Sparekey
 * @param retired whether the policy as a whole is retired
 */
public record PolicyFile(
    RecoveryPolicy policy,
    List<Version> versions,
    List<Deed> deeds,
    boolean shipped,
    boolean retired,
    boolean forOwners,
    boolean forStaff) {

  /** Copies both lists. */
  public PolicyFile {
    versions = List.copyOf(versions);
    deeds = List.copyOf(deeds);
  }

  /** The readable form. */
  public String text() {
    return PolicyText.of(policy);
  }

  /** Whether a newer version is there. */
  public boolean older() {
    return policy.version().version() < versions.get(0).number();
  }

  /** A version and who put it into force. */
  public record Version(
      int number,
      Instant publishedAt,
      Optional<Word> publisher,
      Optional<Word> signer,
      Optional<Instant> retiredAt) {}

  /**
   * Somebody's word.
   *
   * @param name of the person
   */
  public record Word(String name, String reason) {}

  /** What somebody did with the policy. */
  public record Deed(PolicyAct.Kind kind, Instant at, Word by) {}
}
