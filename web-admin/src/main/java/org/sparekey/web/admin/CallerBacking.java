package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.readiness.ReadinessView;

/** On the page /admin/account: what an agent can read out to a caller who lost something. */
@Named
@RequestScoped
public class CallerBacking {

  @Inject StaffDoor door;
  @Inject Words words;

  /** The loss that the address names by its place in the list; null without one. */
  public @Nullable Loss chosen(List<ReadinessView.Loss> losses) {
    String place = door.param("lost");
    for (int i = 0; i < losses.size(); i++) {
      if (Integer.toString(i).equals(place)) {
        return new Loss(i, losses.get(i));
      }
    }
    return null;
  }

  /**
   * A loss.
   *
   * @param place in the list
   */
  public record Loss(int place, ReadinessView.Loss loss) {}

  /** What is lost, in words. */
  public String what(ReadinessView.Loss loss) {
    return filled("caller-lost." + loss.thing().kind(), loss.thing().name());
  }

  /** What the caller needs for a way, in one line. */
  public String proofs(ReadinessView.Way way) {
    return filled(
        way.code().equals("recovery") ? "caller.recovery" : "caller.sign-in",
        way.evidence().stream()
            .map(code -> words.of("evidence.", code))
            .collect(Collectors.joining(" + ")));
  }

  private String filled(String key, String value) {
    return new MessageFormat(
            words.of("", key), FacesContext.getCurrentInstance().getViewRoot().getLocale())
        .format(new Object[] {value});
  }
}
