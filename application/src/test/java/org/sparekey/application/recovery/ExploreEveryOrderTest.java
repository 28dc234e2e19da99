package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.signin.FactorAnswer.TypedCode;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Secret;

/**
 * A model of the recovery, of the real use cases on the twins: an owner and a thief recover one
 * account at once, people of the staff agree or refuse, two nodes watch the clock, the clock jumps.
 * Every order of these events is tried up to a depth; states that look alike are gone on from once.
 * A crash before the commit is an event that did not happen, and a retry after it one that happened
 * twice: each is tried so, too. In every state that is reached, what is completed has had its
 * proofs, people, hold and notices; and from every state all comes to an end that strands nobody.
 */
class ExploreEveryOrderTest {

  private static final System.Logger LOG = System.getLogger(ExploreEveryOrderTest.class.getName());

  private static final AccountId AGENT = new AccountId(new UUID(7, 1));
  private static final AccountId COLLEAGUE = new AccountId(new UUID(7, 2));

  @ParameterizedTest
  @CsvSource({
    "standard, memory mailbox, 4",
    "standard, memory device, 3",
    "standard, mailbox, 3",
    "standard, memory, 3",
    "quick, mailbox device, 3",
    "strict, memory mailbox, 3"
  })
  void noOrderOfEventsLeadsInWithoutTheProofsTheNoticesAndTheHold(
      String policy, String holds, int depth) {
    Set<String> held = Set.of(holds.split(" "));
    Map<String, Consumer<World>> events = events(held);
    Map<String, List<String>> shortest = new HashMap<>();
    Deque<List<String>> open = new ArrayDeque<>();
    shortest.put(new World(policy).key(), List.of());
    open.add(List.of());
    int paths = 0;
    int completed = 0;
    while (!open.isEmpty()) {
      List<String> path = open.remove();
      for (Map.Entry<String, Consumer<World>> event : events.entrySet()) {
        World world = replayed(policy, events, path);
        event.getValue().accept(world);
        List<String> longer = new ArrayList<>(path);
        longer.add(event.getKey());
        paths++;
        completed += world.check(longer, held);
        String key = world.key();
        if (shortest.putIfAbsent(key, longer) == null) {
          event.getValue().accept(world); // done, and the answer was lost: it is tried again
          world.check(longer, held);
          if (longer.size() < depth) {
            open.add(longer);
          }
        }
      }
    }
    for (List<String> path : shortest.values()) {
      replayed(policy, events, path).checkThatItEnds(path);
    }
    LOG.log(
        System.Logger.Level.INFO,
        "{0}, thief with {1}: {2} states, {3} paths, {4} of them to a reset",
        policy,
        holds,
        shortest.size(),
        paths,
        completed);
    assertThat(shortest).hasSizeGreaterThan(30);
  }

  private static World replayed(
      String policy, Map<String, Consumer<World>> events, List<String> path) {
    World world = new World(policy);
    path.forEach(name -> events.getOrDefault(name, nothing -> {}).accept(world));
    return world;
  }

  private static Map<String, Consumer<World>> events(Set<String> held) {
    Map<String, Consumer<World>> events = new LinkedHashMap<>();
    events.put("owner: password", world -> world.password(world.owner));
    events.put("owner: mailed code", world -> world.mail(world.owner));
    events.put("owner: tablet", world -> world.factor(world.owner, world.tablet));
    events.put("owner: phone is lost", world -> world.lost(world.owner, world.house.phone));
    events.put("owner: new phone", world -> world.complete(world.owner));
    events.put("owner: gives up", world -> world.house.cancel.cancel(world.owner, HOME));
    events.put("owner: not me", World::veto);
    if (held.contains("memory")) {
      events.put("thief: password", world -> world.password(world.thief));
    }
    if (held.contains("mailbox")) {
      events.put("thief: mailed code", world -> world.mail(world.thief));
      events.put("thief: link in a notice", World::vetoByNotice);
    }
    if (held.contains("device")) {
      events.put("thief: phone", world -> world.factor(world.thief, world.house.phone));
    }
    events.put("thief: wrong", world -> world.house.password(world.thief, "guessed"));
    events.put("thief: tablet is lost", world -> world.lost(world.thief, world.tablet));
    events.put("thief: own phone", world -> world.complete(world.thief));
    events.put("staff: agrees", world -> world.agree(AGENT));
    events.put("staff: another agrees", world -> world.agree(COLLEAGUE));
    events.put("staff: refuses", World::refuse);
    events.put("a day passes", world -> world.pass(Duration.ofDays(1)));
    events.put("the clock jumps", World::jump);
    events.put("the other node looks", world -> world.otherNode.run());
    return events;
  }

  /** Two recoveries of one account, from the beginning. */
  private static final class World {

    private final RecoveryHouse house;
    private final RecoveryPolicy policy;
    private final Factor.Active tablet;
    private final Secret owner;
    private final Secret thief;
    private final MoveRecoveriesOn otherNode;
    private final Instant start;
    private final Map<Secret, Instant> provedAt = new HashMap<>();
    private final Map<Secret, Set<AccountId>> agreed = new HashMap<>();
    private Duration jumped = Duration.ZERO;

    World(String key) {
      house = RecoveryHouse.with(key);
      policy = house.memory.policies.latest(key).orElseThrow();
      tablet = house.boundTotp(house.ada, "Tablet");
      owner = house.begun("ada@example.org");
      thief = house.begun("ada@example.org");
      start = house.now();
      house.moveOn.run();
      otherNode = house.nodeThatStarts();
    }

    void password(Secret token) {
      house.password(token, PASSWORD);
      note();
    }

    void mail(Secret token) {
      if (house.sendCode.send(token, HOME) instanceof RecoveryAnswer.Done
          && !house.memory.outbox.messages("recovery-code").isEmpty()) {
        house.proveByCode.prove(token, house.codeMailedTo("ada@example.org"), HOME);
      }
      note();
    }

    void factor(Secret token, Factor factor) {
      if (house.memory.factors.totpState(factor.id()).isPresent()) {
        house.memory.clock.advance(Duration.ofSeconds(30)); // each code is good once
        house.proveByFactor.prove(
            token, factor.id(), new TypedCode(house.totpCode(factor.id())), HOME);
      }
      note();
    }

    void lost(Secret token, Factor factor) {
      house.sayWhatIsLost.say(token, false, Set.of(factor.id()), HOME);
    }

    void complete(Secret token) {
      house.beginEnrolment.begin(token, HOME);
      if (house.show.show(token).flatMap(RecoveryView::enrolment).isPresent()) {
        house.completed(token);
      }
    }

    void veto() {
      house.vetoOwn.veto(house.session(house.ada, Session.Level.FULL), house.id(thief), HOME);
    }

    void vetoByNotice() {
      List<OutboxMessage> told =
          List.of("recovery-holding", "recovery-ready", "recovery-approving", "recovery-completed")
              .stream()
              .flatMap(kind -> house.memory.outbox.messages(kind).stream())
              .toList();
      if (!told.isEmpty()) {
        OutboxMessage last = told.get(told.size() - 1);
        house.veto.veto(house.linkMailedTo(last.recipient(), last.kind()), HOME);
      }
    }

    void agree(AccountId by) {
      for (Secret token : List.of(owner, thief)) {
        if (house.recovery(token) instanceof Recovery.Approving waiting) {
          waiting
              .approve(by, house.now())
              .ifPresent(
                  next -> {
                    house.memory.recoveries.save(next);
                    agreed.computeIfAbsent(token, each -> new HashSet<>()).add(by);
                    house.recoveryNotices.tellWithVeto(
                        house.ada, next.id(), NoticeKind.RECOVERY_READY, Map.of(), HOME);
                  });
        }
      }
    }

    void refuse() {
      for (Secret token : List.of(owner, thief)) {
        if (house.recovery(token) instanceof Recovery.Approving waiting) {
          house.endRecovery.end(
              waiting,
              waiting.deny(AGENT, house.now()),
              AuditCode.RECOVERY_DENIED,
              Actor.system(),
              Optional.empty(),
              HOME);
        }
      }
    }

    void pass(Duration time) {
      house.memory.clock.advance(time);
      house.moveOn.run();
    }

    void jump() {
      Duration ahead = Duration.ofDays(10);
      house.memory.clock.advance(ahead);
      house.memory.clockGuard.jumped(ahead);
      jumped = jumped.plus(ahead);
      house.moveOn.run();
    }

    private void note() {
      for (Secret token : List.of(owner, thief)) {
        if (house.recovery(token).status().compareTo(RecoveryStatus.PROVING) > 0) {
          provedAt.putIfAbsent(token, house.now());
        }
      }
    }

    /** Counts what is completed, and has had all that it needs. */
    int check(List<String> path, Set<String> held) {
      int completed = 0;
      for (Secret token : List.of(owner, thief)) {
        if (house.recovery(token) instanceof Recovery.Completed done) {
          completed++;
          check(path, token, done);
          if (token.equals(thief)) {
            assertThat(held).as("one channel led in by %s", path).hasSizeGreaterThan(1);
          }
        }
      }
      assertThat(completed).as("two resets by %s", path).isLessThan(2);
      return completed;
    }

    private void check(List<String> path, Secret token, Recovery.Completed done) {
      int people = agreed.getOrDefault(token, Set.of()).size();
      List<Duration> waits =
          policy.paths().stream()
              .filter(each -> each.approvals() <= people)
              .filter(each -> met(each, done.evidence()))
              .map(each -> each.holds().at(done.risk().level()))
              .toList();
      assertThat(waits).as("proofs and people of %s", path).isNotEmpty();
      Duration waited = Duration.between(provedAt.getOrDefault(token, start), done.endedAt());
      Duration needed = waits.stream().min(Duration::compareTo).orElseThrow();
      assertThat(waited).as("hold of %s", path).isGreaterThanOrEqualTo(needed);
      assertThat(kindsTold()).as("notices of %s", path).contains("recovery-completed");
      assertThat(kindsTold())
          .as("notices of %s", path)
          .containsAnyOf("recovery-holding", "recovery-ready", "recovery-approving");
    }

    /** Found by trying all, unlike the rule. */
    private static boolean met(RecoveryPath path, List<EvidenceGiven> proofs) {
      return subsets(proofs).stream()
          .filter(chosen -> chosen.size() == path.evidence().size())
          .filter(chosen -> fits(path.evidence(), chosen))
          .anyMatch(World::ofDifferentChannels);
    }

    private static boolean fits(Set<EvidenceKind> asked, Collection<EvidenceGiven> chosen) {
      return asked.stream()
              .allMatch(kind -> chosen.stream().anyMatch(proof -> kind.metBy(proof.kind())))
          && chosen.stream()
              .allMatch(proof -> asked.stream().anyMatch(kind -> kind.metBy(proof.kind())));
    }

    private static boolean ofDifferentChannels(Collection<EvidenceGiven> chosen) {
      Set<Channel> all =
          chosen.stream()
              .flatMap(proof -> proof.obtainableBy().channels().stream())
              .collect(Collectors.toSet());
      return subsets(all).stream()
          .allMatch(
              stolen ->
                  chosen.stream()
                          .filter(proof -> proof.obtainableBy().openTo(Set.copyOf(stolen)))
                          .count()
                      <= stolen.size());
    }

    private static <T> List<List<T>> subsets(Collection<T> all) {
      List<List<T>> subsets = new ArrayList<>(List.of(List.of()));
      for (T one : all) {
        for (List<T> before : List.copyOf(subsets)) {
          List<T> with = new ArrayList<>(before);
          with.add(one);
          subsets.add(with);
        }
      }
      return subsets;
    }

    /** Weeks later both have ended, and with proofs the owner gets as far as ever. */
    void checkThatItEnds(List<String> path) {
      for (int day = 0; day < 60; day++) {
        pass(Duration.ofDays(1));
      }
      for (Secret token : List.of(owner, thief)) {
        assertThat(house.recovery(token).status().ended()).as("the end of %s", path).isTrue();
      }
      assertThat(house.memory.factors.ofAccount(house.ada.id()))
          .as("factors after %s", path)
          .noneMatch(
              factor ->
                  factor instanceof Factor.Suspended suspended
                      && suspended.reason() == RevocationReason.LOST);
      Secret again = house.begun("ada@example.org");
      password(again);
      mail(again);
      assertThat(house.recovery(again).status())
          .as("another recovery after %s", path)
          .isIn(RecoveryStatus.READY, RecoveryStatus.HOLDING, RecoveryStatus.APPROVING);
    }

    private Set<String> kindsTold() {
      return house.memory.outbox.messages().stream()
          .map(OutboxMessage::kind)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What makes a difference for what can come. */
    String key() {
      return looks(owner)
          + " | "
          + looks(thief)
          + " | "
          + house.memory.factors.ofAccount(house.ada.id()).stream()
              .filter(factor -> factor.status() != FactorStatus.REVOKED)
              .map(factor -> factor.details().device().value() + " " + factor.status().code())
              .sorted()
              .toList()
          + " | "
          + Duration.between(start, house.now()).minus(jumped).toDays()
          + " "
          + jumped.toDays()
          + " "
          + house.memory.accounts.find(house.ada.id()).orElseThrow().onProbation(house.now());
    }

    private String looks(Secret token) {
      Recovery recovery = house.recovery(token);
      return recovery.status().code()
          + recovery.evidence().stream().map(EvidenceGiven::kind).sorted().toList()
          + recovery.details().lost().extent().code()
          + recovery.details().failedHere()
          + agreed.getOrDefault(token, Set.of()).size()
          + (recovery instanceof Recovery.Holding holding
              ? Duration.between(house.now(), holding.until()).toDays()
              : "");
    }
  }
}
