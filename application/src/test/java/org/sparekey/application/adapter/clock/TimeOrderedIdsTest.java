package org.sparekey.application.adapter.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sparekey.application.memory.MoveableClock;

class TimeOrderedIdsTest {

  private final MoveableClock clock = new MoveableClock();
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);

  @Test
  void theyAreOfVersion7AndBeginWithTheTime() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void eachIsGreaterThanTheOneBeforeWhateverTheClockDoes() {
    List<String> made =
        Stream.of(0, 1, -1_000, 0, 5, -1)
            .flatMap(
                millis -> {
                  clock.advance(Duration.ofMillis(millis));
                  return IntStream.range(0, 5_000).mapToObj(i -> ids.next().toString());
                })
            .toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void noTwoThreadsGetTheSame() {
    Set<UUID> made = Collections.newSetFromMap(new ConcurrentHashMap<>());

    IntStream.range(0, 20_000).parallel().forEach(i -> made.add(ids.next()));

    assertThat(made).hasSize(20_000);
  }
}
