package org.sparekey.web.user.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.application.recovery.StartOutcome;
import org.sparekey.application.recovery.StartRecovery;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Session;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /recover. */
@Named
@RequestScoped
public class StartBacking {

  /** As long as any recovery may take: proofs, the longest hold, and the time to finish. */
  private static final Duration COOKIE_LIFETIME = Duration.ofDays(14);

  @Inject StartRecovery start;
  @Inject RecoveryBacking recovery;
  @Inject Visit visit;

  private String name = "";

  @PostConstruct
  void prefill() {
    name = visit.param("name");
  }

  /** A recovery that this browser started and that has not ended is gone on with. */
  public void arrive() {
    if (recovery.found().filter(StartBacking::underWay).isPresent()) {
      recovery.arriveAt("/recover");
    }
  }

  public void start() {
    String whose = passwordSession().map(SessionView::signInName).orElse(name);
    StartOutcome outcome =
        start.start(whose, visit.origin(), passwordSession(), visit.secret(CookieName.BROWSER));
    if (outcome instanceof StartOutcome.Started started) {
      visit.keep(CookieName.RECOVERY, started.recoveryToken(), COOKIE_LIFETIME);
      visit.go("/recover/prove");
    } else if (outcome instanceof StartOutcome.Refused refused) {
      visit.refuse(null, refused.reason().code(), refused.retryAt());
    }
  }

  private static boolean underWay(RecoveryView view) {
    return !view.status().ended();
  }

  private Optional<SessionView> passwordSession() {
    return visit.anySession().filter(it -> it.level() == Session.Level.PASSWORD);
  }

  /** Whose password was just given in this browser; empty when nobody's. */
  public String getKnownName() {
    return passwordSession().map(SessionView::signInName).orElse("");
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
