package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparekey.application.Step;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.WebAuthn;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.PasskeyChallenges;
import org.sparekey.application.signin.PasskeyProof;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.AccountId;

/** A passkey or a security key on its way, and the challenge that it answers. */
@Step
public class PendingPasskey {

  private final PendingFactors pending;
  private final PasskeyRepository passkeys;
  private final PasskeyChallenges challenges;
  private final WebAuthn webAuthn;
  private final RandomSource random;

  @Inject
  public PendingPasskey(
      PendingFactors pending,
      PasskeyRepository passkeys,
      PasskeyChallenges challenges,
      WebAuthn webAuthn,
      RandomSource random) {
    this.pending = pending;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.webAuthn = webAuthn;
    this.random = random;
  }

  /** Makes one; what this ceremony made before ends. */
  public Factor.Pending begin(AccountId account, FactorKind kind, String ceremony) {
    passkeys.userHandle(account, random.token().revealText());
    return pending.begin(account, kind, ceremony);
  }

  /** The one of this ceremony, if there is time left to confirm it. */
  public Optional<Factor.Pending> open(AccountId account, String ceremony) {
    return Stream.of(FactorKind.PASSKEY, FactorKind.SECURITY_KEY)
        .flatMap(kind -> pending.open(account, kind, ceremony).stream())
        .findFirst();
  }

  /** What the browser needs; with a new challenge at each look. Writes nothing. */
  public Optional<PasskeyEnrolmentView> view(Account owner, Factor.Pending begun) {
    FactorKind kind = begun.details().kind();
    return passkeys
        .userHandle(owner.id())
        .map(
            handle ->
                new PasskeyEnrolmentView(
                    begun.id(),
                    kind.code(),
                    webAuthn.creationOptions(
                        challenges.fresh(boundTo(begun)),
                        new WebAuthn.User(handle, owner.signInName().value(), owner.displayName()),
                        PasskeyProof.use(kind),
                        passkeys.ofAccount(owner.id())),
                    begun.expiresAt()));
  }

  /** Checks what the browser made, and keeps it; empty when it was kept. */
  public Optional<EnrolmentRefusal> keep(Factor.Pending begun, String json) {
    String challenge = webAuthn.challengeOfNew(json).orElse("");
    Optional<ChallengeRefusal> stale = challenges.spend(challenge, boundTo(begun));
    if (stale.isPresent()) {
      return stale.map(EnrolmentRefusal::of);
    }
    WebAuthn.Registration registration =
        webAuthn.register(json, begun.id(), challenge, PasskeyProof.use(begun.details().kind()));
    if (registration.flaw().isPresent()) {
      return registration.flaw().map(PasskeyProof::refusal).map(EnrolmentRefusal::of);
    }
    // WebAuthn Level 3 §7.1 step 26: no credential belongs to two
    if (registration
        .passkey()
        .flatMap(made -> passkeys.findByCredentialId(made.credentialId()))
        .isPresent()) {
      return Optional.of(EnrolmentRefusal.ALREADY_BOUND);
    }
    registration.passkey().ifPresent(passkeys::add);
    return Optional.empty();
  }

  private static String[] boundTo(Factor.Pending begun) {
    return new String[] {
      ChallengePurpose.ENROLMENT.code(),
      begun.ceremony(),
      begun.details().account().toString(),
      begun.id().toString()
    };
  }
}
