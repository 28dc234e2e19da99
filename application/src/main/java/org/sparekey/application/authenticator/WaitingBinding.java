package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Secret;

/** The enrolment that waits for a phone with a code. */
@Step
class WaitingBinding {

  private final BindingCodes codes;
  private final PushDeviceRepository devices;
  private final FactorRepository factors;
  private final InstantSource clock;

  @Inject
  WaitingBinding(
      BindingCodes codes,
      PushDeviceRepository devices,
      FactorRepository factors,
      InstantSource clock) {
    this.codes = codes;
    this.devices = devices;
    this.factors = factors;
    this.clock = clock;
  }

  /** Empty when no enrolment waits for this code, or its time is over. */
  Optional<Factor.Pending> with(Secret code) {
    return devices
        .waitingFor(codes.hash(code))
        .flatMap(factors::find)
        .filter(Factor.Pending.class::isInstance)
        .map(Factor.Pending.class::cast)
        .filter(pending -> clock.instant().isBefore(pending.expiresAt()));
  }
}
