package org.sparekey.web.user.drill;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import org.sparekey.application.drill.FinishDrill;
import org.sparekey.application.drill.GiveUpDrill;
import org.sparekey.application.drill.ReadStep;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.web.user.visit.Visit;

/** What is ticked on the page /account/rehearsal, and its end. */
@Named
@RequestScoped
public class EndDrillBacking {

  @Inject DrillBacking drill;
  @Inject ReadStep read;
  @Inject FinishDrill finish;
  @Inject GiveUpDrill giveUp;
  @Inject Visit visit;

  /** Takes the ticks of what was read. */
  public void read() {
    Arrays.stream(visit.params("read"))
        .flatMap(code -> EvidenceKind.ofCode(code).stream())
        .forEach(kind -> read.read(visit.session(), kind, visit.origin()));
    visit.go(DrillBacking.PAGE);
  }

  public void finish() {
    boolean understood = !visit.param("understood").isEmpty();
    drill.act(null, () -> finish.finish(visit.session(), understood, visit.origin()));
  }

  public void giveUp() {
    drill.act(null, () -> giveUp.giveUp(visit.session(), visit.origin()));
  }
}
