package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.Passkey;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.port.WebAuthn;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Checks what an authenticator answered to a challenge that was spent before (WebAuthn Level 3
 * §7.2). A counter that goes back shows that the key exists twice: whoever holds the other copy
 * could sign in, so the factor is out of use from then on, and its owner is told (§6.1.1).
 */
@Step
public class PasskeyProof {

  private final WebAuthn webAuthn;
  private final PasskeyRepository passkeys;
  private final FactorRepository factors;
  private final Notices notices;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public PasskeyProof(
      WebAuthn webAuthn,
      PasskeyRepository passkeys,
      FactorRepository factors,
      Notices notices,
      AuditLog audit,
      InstantSource clock) {
    this.webAuthn = webAuthn;
    this.passkeys = passkeys;
    this.factors = factors;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is asked of the authenticator of a factor of this kind. */
  public static WebAuthn.Use use(FactorKind kind) {
    return kind == FactorKind.PASSKEY ? WebAuthn.Use.ALONE : WebAuthn.Use.BESIDE_A_PASSWORD;
  }

  /** Why the answer is not accepted; empty when it is, and its counter is taken. */
  Optional<ChallengeRefusal> check(
      Account account,
      Factor.Active factor,
      Passkey passkey,
      WebAuthn.Claim claim,
      String json,
      Origin origin) {
    boolean ofAnother =
        claim
            .userHandle()
            .filter(said -> !passkeys.userHandle(account.id()).equals(Optional.of(said)))
            .isPresent();
    WebAuthn.Assertion assertion =
        webAuthn.check(json, claim.challenge(), use(factor.details().kind()), passkey);
    if (assertion.flaw().equals(Optional.of(WebAuthn.Flaw.COUNTER_WENT_BACK))) {
      suspend(account, factor, origin);
    }
    if (assertion.flaw().isPresent()) {
      return assertion.flaw().map(PasskeyProof::refusal);
    }
    if (ofAnother) {
      return Optional.of(ChallengeRefusal.WRONG_ASSERTION);
    }
    return passkeys.answered(passkey.factor(), assertion.signCount(), assertion.backedUp())
        ? Optional.empty()
        : Optional.of(ChallengeRefusal.REPLAYED_ASSERTION);
  }

  private void suspend(Account account, Factor.Active factor, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    factors.save(factor.suspend(RevocationReason.COPIED, now));
    audit.record(
        AuditDraft.of(AuditCode.FACTOR_SUSPENDED, Actor.system(), origin)
            .about(account.id(), account.organisation())
            .factor(factor.details().kind().code(), factor.id())
            .because(RevocationReason.COPIED.code()));
    notices.tellOwner(
        account,
        NoticeKind.FACTOR_COPIED,
        Map.of("device", factor.details().device().value()),
        origin);
  }

  /** What people are told about a flaw. */
  public static ChallengeRefusal refusal(WebAuthn.Flaw flaw) {
    return switch (flaw) {
      case WRONG_ORIGIN, WRONG_SITE -> ChallengeRefusal.WRONG_ORIGIN;
      case USER_NOT_PRESENT, USER_NOT_CHECKED -> ChallengeRefusal.USER_NOT_CHECKED;
      case COUNTER_WENT_BACK -> ChallengeRefusal.COUNTER_WENT_BACK;
      case MALFORMED, WRONG_CHALLENGE, WRONG_CREDENTIAL, WRONG_SIGNATURE, UNFIT_KEY, UNFIT ->
          ChallengeRefusal.WRONG_ASSERTION;
    };
  }
}
