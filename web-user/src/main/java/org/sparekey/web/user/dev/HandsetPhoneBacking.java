package org.sparekey.web.user.dev;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.delivery.ReadHandsetRings;

/** The texts and calls on the page /dev/handset. */
@Named
@RequestScoped
public class HandsetPhoneBacking {

  @Inject ReadHandsetRings read;

  private @Nullable List<ShownRing> rings;

  /** Latest first. */
  public List<ShownRing> getRings() {
    if (rings == null) {
      rings = read.rings().stream().map(ShownRing::of).toList();
    }
    return rings;
  }
}
