package org.sparekey.web.user.drill;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.drill.LastDrill;
import org.sparekey.application.drill.ShowLastDrill;
import org.sparekey.web.user.kit.Texts;
import org.sparekey.web.user.visit.Visit;

/** What the last drill said, on /home, /account/readiness and /account/rehearsal. */
@Named
@RequestScoped
public class LastDrillBacking {

  @Inject ShowLastDrill show;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable LastDrill view;

  /** Null when there was none. */
  public @Nullable LastDrill getView() {
    if (!looked) {
      view = show.show(visit.session()).orElse(null);
      looked = true;
    }
    return view;
  }

  /** With what the owner got back in: "your password and a code mailed to you". */
  public String getProofs() {
    LastDrill last = getView();
    return last == null ? "" : sentence(last.evidence());
  }

  /** What was not at hand. */
  public String getMissing() {
    LastDrill last = getView();
    return last == null ? "" : sentence(last.missing());
  }

  /** Proofs in one phrase. */
  public String sentence(List<String> kinds) {
    ResourceBundle texts = Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    return Texts.listed(kinds.stream().map(kind -> texts.getString("way." + kind)).toList(), texts);
  }
}
