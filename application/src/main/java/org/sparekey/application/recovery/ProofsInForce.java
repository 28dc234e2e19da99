package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.Step;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Recovery;

/**
 * Which proofs a policy still takes that were given under another version of it: a stricter one may
 * ask for more people to vouch, or know browsers for a shorter time.
 */
@Step
class ProofsInForce {

  private final KnownBrowserRepository browsers;

  @Inject
  ProofsInForce(KnownBrowserRepository browsers) {
    this.browsers = browsers;
  }

  /** All, when the recovery began under this version. */
  List<EvidenceGiven> of(Recovery recovery, Account owner, RecoveryPolicy policy) {
    return policy.version().equals(recovery.details().policy())
        ? recovery.evidence()
        : recovery.evidence().stream().filter(proof -> taken(proof, owner, policy)).toList();
  }

  /** Whether as many people have vouched as the policy asks for. */
  static boolean enoughPeople(EvidenceGiven proof, RecoveryPolicy policy) {
    return policy
        .rules()
        .contacts()
        .map(PolicyRules.Contacts::needed)
        .filter(needed -> proof.obtainableBy().channels().size() >= needed)
        .isPresent();
  }

  private boolean taken(EvidenceGiven proof, Account owner, RecoveryPolicy policy) {
    return switch (proof.kind()) {
      case RECOVERY_CONTACTS -> enoughPeople(proof, policy);
      case KNOWN_BROWSER -> knownThen(proof, owner, policy);
      default -> true;
    };
  }

  private boolean knownThen(EvidenceGiven proof, Account owner, RecoveryPolicy policy) {
    return browsers.ofAccount(owner.id()).stream()
        .filter(
            browser ->
                proof.obtainableBy().channels().contains(Channel.browser(browser.id().toString())))
        .anyMatch(browser -> browser.knownAt(proof.givenAt(), policy.rules().rememberedBrowsers()));
  }
}
