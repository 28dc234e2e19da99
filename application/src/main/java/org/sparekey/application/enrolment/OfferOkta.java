package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Okta;

/** Says whether Okta Verify can be set up here. */
@UseCase
public class OfferOkta {

  private final Okta provider;

  @Inject
  public OfferOkta(Okta provider) {
    this.provider = provider;
  }

  /** Whether an Okta organisation is configured. */
  public boolean offered() {
    return provider.configured();
  }
}
