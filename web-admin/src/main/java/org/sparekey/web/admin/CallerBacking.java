package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
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

  /** What the caller does and needs for a way, as one would say it. */
  public String proofs(ReadinessView.Way way) {
    List<String> proofs =
        way.evidence().stream().map(code -> words.of("caller-proof.", code)).toList();
    return filled(opening(way.code()), listed(proofs));
  }

  private static String opening(String way) {
    return switch (way) {
      case "recovery" -> "caller.recovery";
      case "password-reset" -> "caller.new-password";
      default -> "caller.sign-in";
    };
  }

  /** One, two and three. */
  private String listed(List<String> proofs) {
    int last = proofs.size() - 1;
    return last < 1
        ? String.join("", proofs)
        : filled("caller.and", String.join(", ", proofs.subList(0, last)), proofs.get(last));
  }

  private String filled(String key, Object... values) {
    return new MessageFormat(
            words.of("", key), FacesContext.getCurrentInstance().getViewRoot().getLocale())
        .format(values);
  }
}
