package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.ShowApproval;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** What the page /recover/status shows while people are asked. */
@Named
@RequestScoped
public class ApprovalBacking {

  @Inject ShowApproval show;
  @Inject Visit visit;

  private ShowApproval.@Nullable View view;

  public ShowApproval.@Nullable View getView() {
    if (view == null) {
      view = visit.secret(CookieName.RECOVERY).flatMap(show::show).orElse(null);
    }
    return view;
  }

  /** The code in two groups, as it is read aloud. */
  public String getCode() {
    ShowApproval.View shown = getView();
    return shown == null ? "" : shown.code().substring(0, 4) + " " + shown.code().substring(4);
  }
}
