package org.sparekey.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;

/** PCI DSS 10.2.1.6, attacks row 33: a node that was killed wrote no end; its successor tells. */
class EachBeginningNamesTheLastSignOfLifeTest {

  private final SignInHouse house = new SignInHouse();

  @Test
  void theFirstStartHasNothingToName() {
    assertThat(begun().detail()).isEmpty();
  }

  @Test
  void aRestartIsNoPause() {
    house.memory.signsOfLife.note(house.now());
    house.pass(Duration.ofMinutes(1));

    assertThat(begun().reason()).isEmpty();
    assertThat(begun().detail().orElseThrow()).startsWith("last sign of life ");
  }

  @Test
  void aLongPauseIsNamed() {
    house.memory.signsOfLife.note(house.now());
    house.pass(Duration.ofHours(1));

    assertThat(begun().reason()).contains("long-pause");
  }

  @Test
  void aClockThatWentBackIsNamed() {
    house.memory.signsOfLife.note(house.now().plus(Duration.ofHours(1)));

    assertThat(begun().reason()).contains("clock-went-back");
  }

  private AuditDraft begun() {
    house.get(MarkAuditing.class).mark(true);
    AuditDraft entry = house.lastEntry();
    assertThat(entry.code()).isEqualTo(AuditCode.AUDIT_STARTED);
    return entry;
  }
}
