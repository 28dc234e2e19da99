package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.SpokenCode;

/** Reads the texts and calls on the virtual handset; empty where there is none. */
@UseCase
public class ReadHandsetRings {

  private static final int MOST_RINGS = 50;

  private final Handset handset;
  private final SiteSettings site;

  @Inject
  public ReadHandsetRings(Handset handset, SiteSettings site) {
    this.handset = handset;
    this.site = site;
  }

  /** Texts and calls, latest first, at most 50. */
  public List<HandsetRing> rings() {
    return site.developer()
        ? handset.rings(MOST_RINGS).stream().map(ReadHandsetRings::shown).toList()
        : List.of();
  }

  private static HandsetRing shown(Handset.Ring ring) {
    String language = ring.language().toLanguageTag();
    if (ring.channel() != OutboxMessage.Channel.CALL) {
      return new HandsetRing(
          ring.id(), false, ring.number(), language, ring.body(), "", "", "", ring.receivedAt());
    }
    SpokenCode spoken = SpokenCode.of(ring.body());
    return new HandsetRing(
        ring.id(),
        true,
        ring.number(),
        language,
        spoken.opening(),
        spoken.digits(),
        spoken.again(),
        spoken.closing(),
        ring.receivedAt());
  }
}
