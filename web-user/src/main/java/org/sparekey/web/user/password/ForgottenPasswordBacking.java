package org.sparekey.web.user.password;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.account.RequestPasswordReset;
import org.sparekey.application.account.ResetRequest;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /password/forgot. Every name gets the same answer. */
@Named
@RequestScoped
public class ForgottenPasswordBacking {

  @Inject RequestPasswordReset request;
  @Inject Visit visit;

  private String name = "";

  @PostConstruct
  void prefill() {
    name = visit.param("name");
  }

  public void request() {
    ResetRequest outcome = request.request(name, visit.origin());
    if (outcome instanceof ResetRequest.Requested requested) {
      visit.keep(CookieName.RESET, requested.flowToken());
      visit.go("/password/reset");
    } else if (outcome instanceof ResetRequest.Refused refused) {
      visit.refuse(null, refused.reason().code(), Optional.empty());
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
