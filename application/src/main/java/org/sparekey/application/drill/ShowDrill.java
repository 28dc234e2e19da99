package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.drill.ImaginedLoss;

/** Shows the drill that is under way in this session. */
@UseCase
public class ShowDrill {

  private final OwnDrill own;
  private final DrillCodes codes;
  private final DrillFactors factors;

  @Inject
  ShowDrill(OwnDrill own, DrillCodes codes, DrillFactors factors) {
    this.own = own;
    this.codes = codes;
    this.factors = factors;
  }

  /** Empty when there is none, or its time is over. */
  public Optional<DrillView> show(SessionView view) {
    return own.current(view).map(this::view);
  }

  private DrillView view(Drill.Open drill) {
    DrilledWay way = drill.details().way();
    ImaginedLoss lost = drill.details().lost();
    return new DrillView(
        lost.kind().code(),
        lost.name(),
        way.code(),
        way.evidence().stream()
            .map(
                kind ->
                    new DrillView.Step(
                        kind.code(), OwnDrill.CHECKED.contains(kind), drill.done().contains(kind)))
            .toList(),
        factors.left(drill).stream().map(FactorView::of).toList(),
        !codes.open(drill, own.now()).isEmpty(),
        way.approvals(),
        way.hold(),
        way.longest(),
        drill.endsAt());
  }
}
