package org.sparekey.application.signin;

import jakarta.inject.Inject;
import org.sparekey.application.Step;
import org.sparekey.application.port.Okta;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.Telephony;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;

/**
 * Which kinds of factor can be asked at this site: some need a provider, which may be taken away
 * while people have such factors (attacks row 34). One that is configured and down is another
 * matter: whoever asks is told.
 */
@Step
public class ReachableKinds {

  private final Telephony telephony;
  private final Okta okta;

  @Inject
  public ReachableKinds(Telephony telephony, Okta okta) {
    this.telephony = telephony;
    this.okta = okta;
  }

  /** Whether factors of this kind can be asked. */
  public boolean reachable(FactorKind kind) {
    return switch (kind) {
      case SMS -> telephony.offers(OutboxMessage.Channel.TEXT);
      case VOICE -> telephony.offers(OutboxMessage.Channel.CALL);
      case OKTA -> okta.configured();
      case TOTP, PUSH, PASSKEY, SECURITY_KEY -> true;
    };
  }

  /** Whether this factor can be asked. */
  public boolean reachable(Factor factor) {
    return reachable(factor.details().kind());
  }
}
