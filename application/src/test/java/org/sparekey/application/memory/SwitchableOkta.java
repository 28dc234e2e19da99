package org.sparekey.application.memory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.port.Okta;
import org.sparekey.application.port.OktaActivation;
import org.sparekey.application.port.OktaPush;
import org.sparekey.application.port.OktaReply;
import org.sparekey.application.port.OktaUnavailableException;
import org.sparekey.domain.shared.Origin;

/** No Okta, until a test brings one. */
public final class SwitchableOkta implements Okta {

  private @Nullable Okta present;

  /** From now on this one is there. */
  public void use(Okta okta) {
    present = okta;
  }

  @Override
  public boolean configured() {
    return present != null;
  }

  @Override
  public OktaReply<String> user(String login) {
    return there().user(login);
  }

  @Override
  public OktaReply<String> pushFactor(String user) {
    return there().pushFactor(user);
  }

  @Override
  public OktaReply<OktaActivation> enrol(String user) {
    return there().enrol(user);
  }

  @Override
  public OktaReply<OktaActivation> activation(String user, String factor) {
    return there().activation(user, factor);
  }

  @Override
  public OktaReply<OktaPush> push(String user, String factor, Origin origin) {
    return there().push(user, factor, origin);
  }

  @Override
  public OktaReply<OktaPush> poll(String user, String factor, String transaction) {
    return there().poll(user, factor, transaction);
  }

  @Override
  public void cancel(String user, String factor, String transaction) {
    there().cancel(user, factor, transaction);
  }

  @Override
  public void reset(String user, String factor) {
    there().reset(user, factor);
  }

  private Okta there() {
    Okta okta = present;
    if (okta == null) {
      throw new OktaUnavailableException("not configured", Optional.empty());
    }
    return okta;
  }
}
