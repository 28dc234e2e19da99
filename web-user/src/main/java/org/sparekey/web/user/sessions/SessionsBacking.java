package org.sparekey.web.user.sessions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.delivery.BrowserName;
import org.sparekey.application.signin.ForgetKnownBrowser;
import org.sparekey.application.signin.ForgetKnownBrowsers;
import org.sparekey.application.signin.KnownBrowserView;
import org.sparekey.application.signin.ListKnownBrowsers;
import org.sparekey.application.signin.ListOwnSessions;
import org.sparekey.application.signin.OwnSessionView;
import org.sparekey.application.signin.RevokeOtherSessions;
import org.sparekey.application.signin.RevokeOwnSession;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.SessionId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /sessions. */
@Named
@RequestScoped
public class SessionsBacking {

  @Inject ListOwnSessions listSessions;
  @Inject RevokeOwnSession revokeOne;
  @Inject RevokeOtherSessions revokeOthers;
  @Inject ListKnownBrowsers listBrowsers;
  @Inject ForgetKnownBrowser forgetBrowser;
  @Inject ForgetKnownBrowsers forgetBrowsers;
  @Inject Visit visit;

  private @Nullable List<OwnSessionView> sessions;
  private @Nullable List<KnownBrowserView> browsers;

  /** Ends a session; one that has ended already is as good. */
  public void revoke(String id) {
    SessionId.parse(id)
        .ifPresent(session -> revokeOne.revoke(visit.session(), session, visit.origin()));
    visit.go("/sessions?done=session-ended");
  }

  public void revokeOthers() {
    revokeOthers.revoke(visit.session(), visit.origin());
    visit.go("/sessions?done=other-sessions-ended");
  }

  public void forgetBrowsers() {
    forgetBrowsers.forget(visit.session(), visit.origin());
    visit.drop(CookieName.BROWSER);
    visit.go(stillSignedIn() + "?done=browsers-forgotten");
  }

  /** Forgets one; one that is forgotten already is as good. */
  public void forgetBrowser(String id) {
    BrowserId.parse(id)
        .ifPresent(browser -> forgetBrowser.forget(visit.session(), browser, visit.origin()));
    visit.go("/sessions?done=browser-forgotten");
  }

  /** A session that a browser opened in the place of a factor ends with it. */
  private String stillSignedIn() {
    return visit.session().full() ? "/sessions" : "/sign-in";
  }

  /** "Firefox, Linux"; never the browser's own words, which a stranger may have written. */
  public String named(String userAgent) {
    return BrowserName.of(userAgent).orElse("");
  }

  public List<OwnSessionView> getSessions() {
    if (sessions == null) {
      sessions = listSessions.list(visit.session());
    }
    return sessions;
  }

  public List<KnownBrowserView> getBrowsers() {
    if (browsers == null) {
      browsers = listBrowsers.list(visit.session());
    }
    return browsers;
  }
}
