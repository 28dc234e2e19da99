package org.sparekey.domain.policy.analysis;

import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.DistinctChannels;
import org.sparekey.domain.policy.EvidenceKind;

/**
 * One proof that an account can give in a recovery. There may be several of a kind: two mailboxes,
 * apps on two devices.
 *
 * @param kind never {@link EvidenceKind#SURVIVING_FACTOR}: a factor has a kind
 * @param countedAs what a decision knows of it: by this it is decided whether two proofs are two
 *     ({@link DistinctChannels})
 * @param obtainableBy what a thief must hold to give it: the mailbox, or the unlocked phone that
 *     reads it. A decision may know less: it takes both proofs of that phone for two.
 * @param givenBy what the owner must have left: the mailbox, for the phone alone does not bring it
 *     back
 */
public record ProofSource(
    EvidenceKind kind, Access countedAs, Access obtainableBy, Access givenBy) {

  /** Refuses a kind that only a policy can name. */
  public ProofSource {
    if (kind == EvidenceKind.SURVIVING_FACTOR) {
      throw new IllegalArgumentException("which kind of factor is it?");
    }
  }

  /** A decision knows all that a thief does. */
  public ProofSource(EvidenceKind kind, Access obtainableBy, Access givenBy) {
    this(kind, obtainableBy, obtainableBy, givenBy);
  }

  /** The thief and the owner need the same. */
  public ProofSource(EvidenceKind kind, Access access) {
    this(kind, access, access);
  }
}
