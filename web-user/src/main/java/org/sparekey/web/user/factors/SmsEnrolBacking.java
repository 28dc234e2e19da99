package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.sparekey.domain.factor.FactorKind;

/** The page /factors/enrol/sms. */
@Named
@RequestScoped
public class SmsEnrolBacking extends PhoneEnrolBacking {

  /** For codes by text message. */
  public SmsEnrolBacking() {
    super(FactorKind.SMS);
  }
}
