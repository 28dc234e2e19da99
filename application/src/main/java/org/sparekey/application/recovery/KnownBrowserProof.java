package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Origin;

/**
 * The browser that began the recovery, if it signed in to this account so lately that the policy
 * still knows it: a proof that costs its owner nothing. It is given by itself with the first other
 * proof; alone it proves nothing, for everybody at home may use it.
 */
@Step
class KnownBrowserProof {

  private final KnownBrowserRepository browsers;
  private final RecoveryRecord record;

  @Inject
  KnownBrowserProof(KnownBrowserRepository browsers, RecoveryRecord record) {
    this.browsers = browsers;
    this.record = record;
  }

  /** With that proof, where it holds and the policy takes it. */
  Recovery.Hearing addTo(
      Recovery.Hearing recovery, Account owner, RecoveryPolicy policy, Origin origin, Instant now) {
    boolean given =
        recovery.evidence().stream().anyMatch(proof -> proof.kind() == EvidenceKind.KNOWN_BROWSER);
    if (given || !policy.evidence().contains(EvidenceKind.KNOWN_BROWSER)) {
      return recovery;
    }
    return browser(recovery, owner, policy, now)
        .map(
            id -> {
              record.write(
                  record
                      .byBrowser(recovery, AuditCode.RECOVERY_EVIDENCE, origin)
                      .with(EvidenceKind.KNOWN_BROWSER.code()));
              return recovery.prove(
                  new EvidenceGiven(
                      EvidenceKind.KNOWN_BROWSER,
                      Access.anyOf(Channel.browser(id.toString())),
                      now));
            })
        .orElse(recovery);
  }

  /** The proofs that were given by hand. */
  static List<EvidenceGiven> without(List<EvidenceGiven> proofs) {
    return proofs.stream().filter(proof -> proof.kind() != EvidenceKind.KNOWN_BROWSER).toList();
  }

  private Optional<BrowserId> browser(
      Recovery recovery, Account owner, RecoveryPolicy policy, Instant now) {
    return recovery
        .details()
        .browser()
        .flatMap(
            id ->
                browsers.ofAccount(owner.id()).stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst())
        .filter(known -> known.knownAt(now, policy.rules().rememberedBrowsers()))
        .map(KnownBrowser::id);
  }
}
