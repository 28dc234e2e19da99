package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.ReachableKinds;
import org.sparekey.domain.factor.FactorKind;

/** Says which kinds of factor can be set up here: those that could be asked afterwards. */
@UseCase
public class OfferedKinds {

  private final ReachableKinds reachable;

  @Inject
  public OfferedKinds(ReachableKinds reachable) {
    this.reachable = reachable;
  }

  /** Their stable codes. */
  public Set<String> codes() {
    return Arrays.stream(FactorKind.values())
        .filter(reachable::reachable)
        .map(FactorKind::code)
        .collect(Collectors.toUnmodifiableSet());
  }
}
