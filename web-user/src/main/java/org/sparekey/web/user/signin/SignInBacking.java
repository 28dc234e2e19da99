package org.sparekey.web.user.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SignInOutcome;
import org.sparekey.application.signin.SignInWithPassword;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /sign-in. */
@Named
@RequestScoped
public class SignInBacking {

  private static final String ENROLMENT = "/factors/enrol";

  @Inject SignInWithPassword signIn;
  @Inject Visit visit;

  private String name = "";
  private String password = "";

  @PostConstruct
  void prefill() {
    name = visit.param("name");
  }

  /** Whoever is signed in already has nothing to do here: back button, second tab. */
  public void arrive() {
    if (visit.anySession().filter(SessionView::signedIn).isPresent()) {
      visit.goBack();
    }
  }

  public void signIn() {
    SignInOutcome outcome =
        signIn.signIn(
            name, Secret.ofText(password), visit.origin(), visit.secret(CookieName.BROWSER));
    if (outcome instanceof SignInOutcome.ChallengeNeeded next) {
      visit.keep(CookieName.SESSION, next.sessionToken());
      visit.goOn("/sign-in/challenge");
    } else if (outcome instanceof SignInOutcome.EnrolmentNeeded next) {
      visit.keep(CookieName.SESSION, next.sessionToken());
      enrol();
    } else if (outcome instanceof SignInOutcome.SignedIn in) {
      visit.keep(CookieName.SESSION, in.sessionToken());
      visit.goBack();
    } else if (outcome instanceof SignInOutcome.Refused refused) {
      visit.refuse("password", refused.reason().code(), refused.retryAt());
    }
  }

  /** Whose session ended in the middle of enrolling goes on there, with what was typed. */
  private void enrol() {
    if (visit.param("return").startsWith(ENROLMENT)) {
      visit.goBack();
    } else {
      visit.goOn(ENROLMENT);
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
