package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.ListOwnFactors;
import org.sparekey.application.signin.DescribeChallenge;
import org.sparekey.application.signin.FactorView;
import org.sparekey.web.user.visit.Visit;

/** The page /factors. */
@Named
@RequestScoped
public class FactorsBacking {

  @Inject ListOwnFactors list;
  @Inject DescribeChallenge challenge;
  @Inject Visit visit;

  private @Nullable List<FactorView> factors;
  private @Nullable String asked;

  /**
   * A device and what lives on it.
   *
   * @param name as its owner calls it
   * @param inUse whether any of it can answer
   */
  public record Device(String name, List<FactorView> factors, boolean inUse) {}

  /** In use or suspended, oldest first. */
  public List<FactorView> getFactors() {
    if (factors == null) {
      factors = list.list(visit.session());
    }
    return factors;
  }

  /** The same by device. */
  public List<Device> getDevices() {
    Map<String, List<FactorView>> byDevice = new LinkedHashMap<>();
    for (FactorView factor : getFactors()) {
      byDevice
          .computeIfAbsent(factor.device().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(factor);
    }
    return byDevice.values().stream()
        .map(
            all ->
                new Device(
                    all.get(0).device(),
                    all,
                    all.stream().anyMatch(factor -> factor.status().equals("active"))))
        .toList();
  }

  /** Id of the factor that the next sign-in asks first, or "". */
  public String getAskedFirst() {
    if (asked == null) {
      asked =
          challenge.describe(visit.session()).factors().stream()
              .findFirst()
              .map(first -> first.id().toString())
              .orElse("");
    }
    return asked;
  }
}
