package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.AskRecoveryContacts;
import org.sparekey.application.recovery.AskedContactsView;
import org.sparekey.application.recovery.ProveByRecoveryContacts;
import org.sparekey.application.recovery.ShowAskedContacts;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The recovery contacts on /recover/prove. */
@Named
@RequestScoped
public class AskContactsBacking {

  @Inject RecoveryBacking recovery;
  @Inject ShowAskedContacts show;
  @Inject AskRecoveryContacts ask;
  @Inject ProveByRecoveryContacts prove;
  @Inject Visit visit;

  private String code = "";
  private boolean looked;
  private @Nullable AskedContactsView view;

  /** How far they are; null when they play no part. */
  public @Nullable AskedContactsView getView() {
    if (!looked) {
      view = visit.secret(CookieName.RECOVERY).flatMap(show::show).orElse(null);
      looked = true;
    }
    return view;
  }

  public void ask() {
    recovery.act(
        token -> ask.ask(token, visit.origin()), null, "/recover/prove?done=contacts-asked");
  }

  public void prove() {
    recovery.act(token -> prove.prove(token, code, visit.origin()), "contact-code", null);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
