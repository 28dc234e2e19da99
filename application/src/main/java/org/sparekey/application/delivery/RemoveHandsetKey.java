package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.util.UUID;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.SiteSettings;

/** Removes a key from the virtual handset's authenticator: the phone is gone. */
@UseCase
public class RemoveHandsetKey {

  private final Handset handset;
  private final SiteSettings site;

  @Inject
  public RemoveHandsetKey(Handset handset, SiteSettings site) {
    this.handset = handset;
    this.site = site;
  }

  /** Does nothing when there is no such key. */
  public void remove(UUID key) {
    if (site.developer()) {
      handset.remove(key);
    }
  }
}
