package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.DeviceSignatures;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/**
 * Finds the phone that signed. An unknown phone and a wrong signature are the same to whoever asks,
 * and cost the source.
 */
@Step
class SignedPhone {

  private final FactorRepository factors;
  private final PushDeviceRepository devices;
  private final AccountRepository accounts;
  private final DeviceSignatures signatures;
  private final DeviceNonces nonces;
  private final ProofBudget budget;

  @Inject
  SignedPhone(
      FactorRepository factors,
      PushDeviceRepository devices,
      AccountRepository accounts,
      DeviceSignatures signatures,
      DeviceNonces nonces,
      ProofBudget budget) {
    this.factors = factors;
    this.devices = devices;
    this.accounts = accounts;
    this.signatures = signatures;
    this.nonces = nonces;
    this.budget = budget;
  }

  /**
   * The phone, when its key signed the text.
   *
   * @param device its name, as text
   * @param statement the text for this phone
   */
  AuthenticatorAnswer<Phone> of(
      String device, Function<Phone, String> statement, String signature, Origin origin) {
    if (budget.exhausted(origin)) {
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.SOURCE_EXHAUSTED);
    }
    Optional<Phone> signed =
        FactorId.parse(device)
            .flatMap(factors::find)
            .filter(factor -> factor.details().kind() == FactorKind.PUSH)
            .flatMap(this::phone)
            .filter(phone -> verifies(phone, statement.apply(phone), signature));
    if (signed.isEmpty()) {
      budget.failed(origin);
      return AuthenticatorAnswer.refused(AuthenticatorRefusal.UNKNOWN_DEVICE);
    }
    return new AuthenticatorAnswer.Heard<>(signed.get());
  }

  /** The same for a text that holds a nonce of the server. */
  AuthenticatorAnswer<Phone> fresh(
      String device, String nonce, String statement, String signature, Origin origin) {
    return nonces.fresh(nonce)
        ? of(device, phone -> statement, signature, origin)
        : AuthenticatorAnswer.refused(AuthenticatorRefusal.STALE_NONCE);
  }

  private Optional<Phone> phone(Factor factor) {
    return accounts
        .find(factor.details().account())
        .flatMap(
            owner -> devices.find(factor.id()).map(device -> new Phone(owner, factor, device)));
  }

  private boolean verifies(Phone phone, String statement, String signature) {
    return phone
        .device()
        .claim()
        .filter(claim -> signatures.verifies(claim.publicKey(), statement, signature))
        .isPresent();
  }
}
