package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A model of the recovery, of the real use cases on the twins: an owner and a thief recover one
 * account at once, people of the staff agree or refuse, two nodes watch the clock, the clock jumps.
 * Every order of these events is tried up to a depth, from the beginning or from further on; states
 * that look alike are gone on from once. A crash before the commit is an event that did not happen,
 * and a retry after it one that happened twice: each is tried so, too. In every state that is
 * reached, what is completed has had its proofs, people, hold and notices; and from every state all
 * comes to an end that strands nobody.
 */
class ExploreEveryOrderTest {

  private static final System.Logger LOG = System.getLogger(ExploreEveryOrderTest.class.getName());

  /** Who gets in at least once is named, so that no row is true of nothing. */
  @ParameterizedTest
  @CsvSource({
    "standard, memory mailbox, 0, , 4, both",
    "standard, memory device, 0, , 3, both",
    "standard, mailbox, 0, owner: password, 4, owner",
    "standard, memory, 0, , 4, owner",
    "quick, mailbox device, 0, , 3, owner",
    "strict, memory mailbox, 0, owner: password; owner: mailed code, 4, owner",
    "strict, memory mailbox, 0, thief: password; thief: mailed code, 4, thief",
    "strict, memory mailbox, 0, owner: password; thief: password, 5, both",
    "strict, mailbox, 0, owner: password; owner: mailed code; staff: agrees, 4, owner",
    "standard, memory mailbox, 2, owner: password; thief: password, 4, both",
    "standard, mailbox, 2, owner: password, 4, owner",
    "staff, memory device, 0, owner: password; thief: password, 4, both"
  })
  void noOrderOfEventsLeadsInWithoutTheProofsThePeopleTheNoticesAndTheHold(
      String policy, String holds, int vetoes, String begun, int depth, String resets) {
    Set<String> held = Set.of(holds.split(" "));
    Map<String, Consumer<TwoWhoRecover>> events = events(held);
    List<String> first =
        begun == null ? List.of() : Stream.of(begun.split(";")).map(String::strip).toList();
    Map<String, List<String>> shortest = new HashMap<>();
    Deque<List<String>> open = new ArrayDeque<>();
    shortest.put(replayed(policy, vetoes, events, first).key(), first);
    open.add(first);
    int paths = 0;
    int byOwner = 0;
    int byThief = 0;
    while (!open.isEmpty()) {
      List<String> path = open.remove();
      for (Map.Entry<String, Consumer<TwoWhoRecover>> event : events.entrySet()) {
        TwoWhoRecover world = replayed(policy, vetoes, events, path);
        event.getValue().accept(world);
        world.note();
        List<String> longer = new ArrayList<>(path);
        longer.add(event.getKey());
        world.check(longer, held);
        paths++;
        byOwner += world.resetBy(world.owner) ? 1 : 0;
        byThief += world.resetBy(world.thief) ? 1 : 0;
        if (shortest.putIfAbsent(world.key(), longer) == null) {
          event.getValue().accept(world); // done, and the answer was lost: it is tried again
          world.note();
          world.check(longer, held);
          if (longer.size() < first.size() + depth) {
            open.add(longer);
          }
        }
      }
    }
    for (List<String> path : shortest.values()) {
      replayed(policy, vetoes, events, path).checkThatItEnds(path);
    }
    LOG.log(
        System.Logger.Level.INFO,
        "{0} after {1} vetoes and {2}, thief with {3}: {4} states, {5} paths,"
            + " {6} to a reset by the owner and {7} by the thief",
        policy,
        vetoes,
        first,
        holds,
        shortest.size(),
        paths,
        byOwner,
        byThief);
    assertThat(byOwner > 0 || resets.equals("thief")).as("the owner gets in").isTrue();
    assertThat(byThief > 0 || resets.equals("owner")).as("the thief with two proofs").isTrue();
  }

  private static TwoWhoRecover replayed(
      String policy, int vetoes, Map<String, Consumer<TwoWhoRecover>> events, List<String> path) {
    TwoWhoRecover world = new TwoWhoRecover(policy, vetoes);
    for (String name : path) {
      Objects.requireNonNull(events.get(name), name).accept(world);
      world.note();
    }
    return world;
  }

  private static Map<String, Consumer<TwoWhoRecover>> events(Set<String> held) {
    Map<String, Consumer<TwoWhoRecover>> events = new LinkedHashMap<>();
    events.put("owner: password", world -> world.password(world.owner));
    events.put("owner: mailed code", world -> world.mail(world.owner));
    events.put("owner: tablet", world -> world.factor(world.owner, world.tablet));
    events.put("owner: phone is lost", world -> world.lost(world.owner, world.house.phone));
    events.put("owner: new phone", world -> world.complete(world.owner));
    events.put("owner: gives up", world -> world.house.cancel.cancel(world.owner, HOME));
    events.put("owner: not me", TwoWhoRecover::veto);
    if (held.contains("memory")) {
      events.put("thief: password", world -> world.password(world.thief));
    }
    if (held.contains("mailbox")) {
      events.put("thief: mailed code", world -> world.mail(world.thief));
      events.put("thief: link in a notice", TwoWhoRecover::vetoByNotice);
    }
    if (held.contains("device")) {
      events.put("thief: phone", world -> world.factor(world.thief, world.house.phone));
    }
    events.put("thief: wrong", world -> world.house.password(world.thief, "guessed"));
    events.put("thief: tablet is lost", world -> world.lost(world.thief, world.tablet));
    events.put("thief: own phone", world -> world.complete(world.thief));
    events.put("staff: agrees", world -> world.agree(world.agent));
    events.put("staff: another agrees", world -> world.agree(world.colleague));
    events.put("staff: refuses", world -> world.deny(world.colleague));
    events.put("a day passes", world -> world.pass(Duration.ofDays(1)));
    events.put("the hold passes", TwoWhoRecover::waitForTheHold);
    events.put("the clock jumps", TwoWhoRecover::jump);
    events.put("the other node looks", TwoWhoRecover::otherNodeLooks);
    return events;
  }
}
