package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SignsOfLifeContractTest {

  private final House house;

  SignsOfLifeContractTest(Storage storage) {
    house = storage.house();
  }

  @Test
  void theLastSignIsKeptAlsoWhenTheClockWentBack() {
    Instant now = house.clock().instant();
    note(now);
    assertThat(house.inTransaction(() -> house.signsOfLife().last())).contains(now);

    note(now.minus(Duration.ofDays(1)));
    assertThat(house.inTransaction(() -> house.signsOfLife().last()))
        .contains(now.minus(Duration.ofDays(1)));
  }

  @Test
  void nodesThatNoteAtOnceDoNotFail() {
    assertThat(
            Race.of(
                8,
                () -> {
                  note(house.clock().instant());
                  return true;
                }))
        .containsOnly(true);
  }

  private void note(Instant now) {
    house.transact(() -> house.signsOfLife().note(now));
  }
}
