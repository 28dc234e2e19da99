package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.sparekey.domain.factor.FactorKind;

/** The page /factors/enrol/voice. */
@Named
@RequestScoped
public class VoiceEnrolBacking extends PhoneEnrolBacking {

  /** For codes by call. */
  public VoiceEnrolBacking() {
    super(FactorKind.VOICE);
  }
}
