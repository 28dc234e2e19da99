package org.sparekey.application.signin;

import jakarta.inject.Inject;
import org.sparekey.application.Step;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/**
 * Seals and opens seeds. A sealed seed opens only for the factor it was made for: a row that is
 * copied to another factor is worthless (attacks row 31).
 */
@Step
public class TotpSeeds {

  private final Sealer sealer;

  @Inject
  public TotpSeeds(Sealer sealer) {
    this.sealer = sealer;
  }

  /** What is kept. */
  public String seal(FactorId factor, Secret seed) {
    return sealer.seal(seed, context(factor));
  }

  /** The seed. */
  public Secret open(FactorId factor, String sealedSeed) {
    return sealer.open(sealedSeed, context(factor));
  }

  private static String context(FactorId factor) {
    return "totp-seed:" + factor;
  }
}
