package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.recovery.RecoveryHouse.HOME;
import static org.sparekey.application.recovery.RecoveryHouse.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.signin.FactorAnswer.TypedCode;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Secret;

/**
 * Two recoveries of one account, its owner's and a thief's, with all who can do something to them,
 * and what must be true of them in every state. What the rules ask is found here in another way
 * than by the rules: by trying all sets.
 */
final class TwoWhoRecover {

  private static final String WORK = "ada@example.org";
  private static final Set<String> ADDRESSES = Set.of(WORK, "ada@home.example");
  private static final Set<RecoveryStatus> WAITING =
      Set.of(RecoveryStatus.APPROVING, RecoveryStatus.HOLDING, RecoveryStatus.READY);

  final RecoveryHouse house;
  final Factor.Active tablet;
  final Secret owner;
  final Secret thief;
  final SessionView agent;
  final SessionView colleague;
  private final RecoveryPolicy policy;
  private final int vetoes;
  private final MoveRecoveriesOn otherNode;
  private final Instant start;
  private final Map<Secret, Instant> heldSince = new HashMap<>();
  private final Map<Secret, Set<AccountId>> agreed = new HashMap<>();
  private final Map<Instant, Duration> jumps = new HashMap<>();
  private boolean unseenJump;

  /** Both have begun, after so many recoveries of the same account that its owner stopped. */
  TwoWhoRecover(String key, int vetoes) {
    house = RecoveryHouse.with(key);
    house.mailbox(house.ada, "ada@home.example", Duration.ofDays(100));
    policy = house.memory.policies.latest(key).orElseThrow();
    this.vetoes = vetoes;
    tablet = house.boundTotp(house.ada, "Tablet");
    agent = house.staff("ben", StaffRole.SUPPORT);
    colleague = house.staff("emmy", StaffRole.ADMINISTRATOR);
    for (int veto = 0; veto < vetoes; veto++) {
      Secret earlier = house.begun(WORK);
      password(earlier);
      mail(earlier);
      stop(earlier);
      house.memory.clock.advance(Duration.ofHours(1)); // those stopped at once were stopped once
      assertThat(house.recovery(earlier).status()).isEqualTo(RecoveryStatus.VETOED);
    }
    owner = house.begun(WORK);
    thief = house.begun(WORK);
    start = house.now();
    house.moveOn.run();
    otherNode = house.nodeThatStarts();
  }

  void password(Secret token) {
    house.password(token, PASSWORD);
  }

  void mail(Secret token) {
    if (house.sendCode.send(token, HOME) instanceof RecoveryAnswer.Done) {
      house.proveByCode.prove(token, house.codeMailedTo(WORK), HOME);
    }
  }

  void factor(Secret token, Factor factor) {
    if (house.memory.factors.totpState(factor.id()).isPresent()) {
      house.memory.clock.advance(Duration.ofSeconds(30)); // each code is good once
      house.proveByFactor.prove(
          token, factor.id(), new TypedCode(house.totpCode(factor.id())), HOME);
    }
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
    stop(thief);
  }

  private void stop(Secret token) {
    house.vetoOwn.veto(house.session(house.ada, Session.Level.FULL), house.id(token), HOME);
  }

  /** The thief reads one mailbox, and follows the last link there. */
  void vetoByNotice() {
    List<OutboxMessage> told =
        house.memory.outbox.messages().stream()
            .filter(mail -> mail.recipient().equals(WORK))
            .filter(mail -> house.linkedRecovery(mail).isPresent())
            .toList();
    if (!told.isEmpty()) {
      house.veto.veto(house.linkMailedTo(WORK, told.get(told.size() - 1).kind()), HOME);
    }
  }

  /**
   * One of the staff is asked by both, and convinced by both; with the code of the one nothing is
   * agreed for the other.
   */
  void agree(SessionView by) {
    if (house.recovery(owner) instanceof Recovery.Approving mine
        && house.recovery(thief) instanceof Recovery.Approving) {
      assertThat(
              house.approve.approve(
                  by, house.id(thief), house.approvalCodes.of(mine), "Called back.", HOME))
          .isInstanceOf(OpinionAnswer.Refused.class);
    }
    for (Secret token : List.of(owner, thief)) {
      if (house.agrees(by, token) instanceof OpinionAnswer.Noted) {
        agreed.computeIfAbsent(token, each -> new HashSet<>()).add(by.account());
      }
    }
  }

  void deny(SessionView by) {
    for (Secret token : List.of(owner, thief)) {
      house.deny.deny(by, house.id(token), "Says that it is somebody else.", HOME);
    }
  }

  void pass(Duration time) {
    house.memory.clock.advance(time);
    look(house.moveOn);
  }

  /** As long as the first that waits still has to. */
  void waitForTheHold() {
    Stream.of(owner, thief)
        .map(house::recovery)
        .filter(Recovery.Holding.class::isInstance)
        .map(holding -> Duration.between(house.now(), ((Recovery.Holding) holding).until()))
        .filter(left -> !left.isNegative())
        .min(Duration::compareTo)
        .ifPresent(this::pass);
  }

  /** The clock is put ahead; nobody looks yet. */
  void jump() {
    Duration ahead = Duration.ofDays(5); // past every hold, and before its recovery expires
    house.memory.clock.advance(ahead);
    house.memory.clockGuard.jumped(ahead);
    jumps.merge(house.now(), ahead, Duration::plus);
    unseenJump = true;
  }

  void otherNodeLooks() {
    look(otherNode);
  }

  private void look(MoveRecoveriesOn node) {
    node.run();
    unseenJump = false;
  }

  boolean resetBy(Secret token) {
    return house.recovery(token).status() == RecoveryStatus.COMPLETED;
  }

  /** Keeps when each had its proofs and people; to be called after every event. */
  void note() {
    for (Secret token : List.of(owner, thief)) {
      RecoveryStatus status = house.recovery(token).status();
      if (status == RecoveryStatus.HOLDING || status == RecoveryStatus.READY) {
        heldSince.putIfAbsent(token, house.now());
      }
    }
  }

  /** What is completed has had all that it needs, and of what waits the owner knows. */
  void check(List<String> path, Set<String> held) {
    for (Secret token : List.of(owner, thief)) {
      Recovery recovery = house.recovery(token);
      if (WAITING.contains(recovery.status())) {
        assertTold(path, recovery, Set.of(recovery.status()), house.now());
      }
      if (recovery instanceof Recovery.Completed done) {
        check(path, token, done);
      }
    }
    if (resetBy(thief)) {
      assertThat(held).as("one channel led in by %s", path).hasSizeGreaterThan(1);
    }
    assertThat(resetBy(owner) && resetBy(thief)).as("two resets by %s", path).isFalse();
  }

  private void check(List<String> path, Secret token, Recovery.Completed done) {
    int people = agreed.getOrDefault(token, Set.of()).size();
    List<Duration> holds =
        policy.paths().stream()
            .filter(each -> needed(each) <= people)
            .filter(each -> met(each, done.evidence()))
            .map(each -> each.holds().at(done.risk().level()))
            .toList();
    assertThat(holds).as("proofs and people of %s", path).isNotEmpty();
    Duration hold = holds.stream().min(Duration::compareTo).orElseThrow();
    Instant since = heldSince.getOrDefault(token, done.endedAt());
    assertThat(waited(since, done.endedAt())).as("hold of %s", path).isGreaterThanOrEqualTo(hold);
    assertTold(path, done, WAITING, done.endedAt().minus(hold));
    assertTold(path, done, Set.of(RecoveryStatus.COMPLETED), done.endedAt());
  }

  private int needed(RecoveryPath path) {
    PolicyRules.Vetoes rule = policy.rules().vetoes();
    return Math.max(path.approvals(), vetoes >= rule.then() ? rule.approvals() : 0);
  }

  private Duration waited(Instant from, Instant to) {
    Duration jumped =
        jumps.entrySet().stream()
            .filter(jump -> jump.getKey().isAfter(from) && !jump.getKey().isAfter(to))
            .map(Map.Entry::getValue)
            .reduce(Duration.ZERO, Duration::plus);
    return Duration.between(from, to).minus(jumped);
  }

  /** At each address, not later than this, with a link that stops this one and no other. */
  private void assertTold(
      List<String> path, Recovery recovery, Set<RecoveryStatus> states, Instant latest) {
    List<String> kinds = states.stream().map(state -> "recovery-" + state.code()).toList();
    Set<String> told =
        house.memory.outbox.messages().stream()
            .filter(mail -> kinds.contains(mail.kind()))
            .filter(mail -> !mail.createdAt().isAfter(latest))
            .filter(mail -> house.linkedRecovery(mail).filter(recovery.id()::equals).isPresent())
            .map(OutboxMessage::recipient)
            .collect(Collectors.toSet());
    assertThat(told).as("told %s after %s", kinds, path).isEqualTo(ADDRESSES);
  }

  /** Found by trying all, unlike the rule. */
  private static boolean met(RecoveryPath path, List<EvidenceGiven> proofs) {
    return subsets(proofs).stream()
        .filter(chosen -> chosen.size() == path.evidence().size())
        .filter(chosen -> fits(path.evidence(), chosen))
        .anyMatch(TwoWhoRecover::ofDifferentChannels);
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
    for (int day = 0; day < 60; day += 5) {
      pass(Duration.ofDays(5));
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
    Secret again = house.begun(WORK);
    password(again);
    mail(again);
    assertThat(house.recovery(again).status())
        .as("another recovery after %s", path)
        .isIn(RecoveryStatus.READY, RecoveryStatus.HOLDING, RecoveryStatus.APPROVING);
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
        + waited(start, house.now()).toDays()
        + " "
        + jumps.size()
        + unseenJump
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
        + heldSince.containsKey(token)
        + (recovery instanceof Recovery.Holding holding
            ? Duration.between(house.now(), holding.until()).toDays()
            : "");
  }
}
