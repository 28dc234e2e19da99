package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.challenge.TotpWindow;

/** Reads the authenticator of the virtual handset; empty where there is none. */
@UseCase
public class ReadHandsetKeys {

  private final Handset handset;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  public ReadHandsetKeys(Handset handset, SiteSettings site, InstantSource clock) {
    this.handset = handset;
    this.site = site;
    this.clock = clock;
  }

  /** The authenticator's entries with the codes of this moment. */
  public List<HandsetKey> keys() {
    Instant now = clock.instant();
    long step = TotpWindow.STEP.toSeconds();
    int left = (int) (step - Math.floorMod(now.getEpochSecond(), step));
    return site.developer()
        ? handset.keys().stream()
            .map(key -> new HandsetKey(key.id(), key.label(), handset.code(key, now), left))
            .toList()
        : List.of();
  }
}
