package org.sparekey.web.user.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.readiness.DescribeReadiness;
import org.sparekey.application.readiness.ReadinessView;
import org.sparekey.application.readiness.ReadinessView.Upkeep;
import org.sparekey.web.user.kit.Texts;
import org.sparekey.web.user.visit.Visit;

/** The page /account/readiness, and its summary on /home. */
@Named
@RequestScoped
public class ReadinessBacking {

  @Inject DescribeReadiness readiness;
  @Inject Visit visit;

  private @Nullable ReadinessView view;

  public ReadinessView getView() {
    if (view == null) {
      view = readiness.describe(visit.session());
    }
    return view;
  }

  /** What is to be done about the recovery codes; empty when it is nothing. */
  public String getUpkeep() {
    return getView().upkeep().map(Upkeep::code).orElse("");
  }

  /** Things in one line. */
  public String names(List<ReadinessView.Thing> things) {
    ResourceBundle texts = Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    return things.stream()
        .map(thing -> Texts.format(texts.getString("thing." + thing.kind()), thing.name()))
        .collect(Collectors.joining(" + "));
  }

  /** How a way back begins, as a key of the texts. */
  public String opening(String way) {
    return switch (way) {
      case "recovery" -> "readiness.way";
      case "password-reset" -> "readiness.new-password";
      default -> "readiness.sign-in";
    };
  }

  /** The page where the advice is followed. */
  public String place(String advice) {
    return switch (advice) {
      case "recovery-codes" -> "/factors/codes";
      case "passkey" -> "/factors/enrol/passkey";
      case "recovery-contacts" -> "/account/contacts";
      default -> "/account";
    };
  }
}
