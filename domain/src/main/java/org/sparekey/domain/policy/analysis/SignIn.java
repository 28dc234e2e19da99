package org.sparekey.domain.policy.analysis;

import java.util.List;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.EvidenceKind;

/**
 * One way of the ordinary sign-in.
 *
 * @param proofs what is shown, the cheapest first
 * @param obtainableBy what a thief must hold
 * @param givenBy what the owner must have left
 */
public record SignIn(
    SignInKind kind, List<EvidenceKind> proofs, Access obtainableBy, Access givenBy) {

  /** Sorts the proofs. */
  public SignIn {
    proofs = proofs.stream().sorted().toList();
  }
}
