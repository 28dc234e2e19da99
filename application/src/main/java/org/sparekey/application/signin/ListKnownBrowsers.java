package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.KnownBrowserRepository;

/** The browsers from which the owner has signed in. */
@UseCase
public class ListKnownBrowsers {

  private final KnownBrowserRepository browsers;

  @Inject
  public ListKnownBrowsers(KnownBrowserRepository browsers) {
    this.browsers = browsers;
  }

  /** Those not forgotten, latest first. */
  public List<KnownBrowserView> list(SessionView view) {
    return browsers.ofAccount(view.account()).stream()
        .map(
            browser ->
                new KnownBrowserView(
                    browser.id(), browser.firstSeenAt(), browser.lastSeenAt(), browser.userAgent()))
        .toList();
  }
}
