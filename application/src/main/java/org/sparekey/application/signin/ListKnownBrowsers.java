package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.account.Account;

/** The browsers from which the owner has signed in. */
@UseCase
public class ListKnownBrowsers {

  private final KnownBrowserRepository browsers;
  private final RememberedBrowsers remembered;
  private final SessionViews views;

  @Inject
  public ListKnownBrowsers(
      KnownBrowserRepository browsers, RememberedBrowsers remembered, SessionViews views) {
    this.browsers = browsers;
    this.remembered = remembered;
    this.views = views;
  }

  /** Those not forgotten, latest first. */
  public List<KnownBrowserView> list(SessionView view) {
    Account account = views.account(view);
    return browsers.ofAccount(view.account()).stream()
        .map(
            browser ->
                new KnownBrowserView(
                    browser.id(),
                    browser.firstSeenAt(),
                    browser.lastSeenAt(),
                    browser.userAgent(),
                    remembered.until(account, browser)))
        .toList();
  }
}
