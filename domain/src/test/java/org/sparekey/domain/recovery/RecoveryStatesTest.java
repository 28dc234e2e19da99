package org.sparekey.domain.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.RecoveryId;

/** The picture in docs/recovery-states.md and the types say the same. */
class RecoveryStatesTest {

  private static final Path PICTURE = Path.of("..", "docs", "recovery-states.md");
  private static final Pattern ARROW =
      Pattern.compile("^\\s+([a-z]+) --> ([a-z]+)(?: :.*)?$", Pattern.MULTILINE);

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant MUCH_LATER = START.plus(Duration.ofDays(30));
  private static final AccountId OWNER = new AccountId(new UUID(0, 1));
  private static final FactorId FACTOR = new FactorId(new UUID(0, 2));
  private static final EvidenceGiven PROOF =
      new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(Channel.memory()), START);
  private static final EvidenceGiven ANOTHER =
      new EvidenceGiven(EvidenceKind.RECOVERY_CODE, Access.anyOf(Channel.paper()), START);
  private static final RiskAssessment NO_RISK = new RiskAssessment(Set.of());
  private static final Duration DAY = Duration.ofDays(1);
  private static final RecoveryDetails DETAILS =
      new RecoveryDetails(
          new RecoveryId(new UUID(0, 3)),
          Optional.of(OWNER),
          OWNER.toString(),
          new PolicyVersion("standard", 1),
          "0".repeat(64),
          START,
          START.plus(RecoveryDetails.TIME_TO_PROVE),
          Lost.unsaid(),
          Optional.empty(),
          0,
          Optional.empty());

  /** What the moves are tried with: everything that makes a difference. */
  private static final Map<Class<?>, List<?>> ARGUMENTS = arguments();

  private static Map<Class<?>, List<?>> arguments() {
    Map<Class<?>, List<?>> all = new HashMap<>(one());
    all.put(Set.class, List.of(Set.of(), Set.of(new AccountId(new UUID(0, 9)))));
    return all;
  }

  private static Map<Class<?>, List<?>> one() {
    return Map.of(
        Instant.class,
        List.of(START, MUCH_LATER),
        VetoRoute.class,
        List.of(VetoRoute.values()),
        EvidenceGiven.class,
        List.of(PROOF),
        Lost.class,
        List.of(Lost.everything()),
        PolicyDecision.Satisfied.class,
        List.of(satisfied(Duration.ZERO, 0), satisfied(DAY, 0), satisfied(DAY, 1)),
        RiskAssessment.class,
        List.of(NO_RISK),
        AccountId.class,
        List.of(OWNER, new AccountId(new UUID(0, 9))),
        FactorId.class,
        List.of(FACTOR),
        Duration.class,
        List.of(DAY),
        RecoveryDetails.class,
        List.of(DETAILS));
  }

  @Test
  void thePictureShowsExactlyTheMovesThatTheTypesOffer() throws Exception {
    Set<String> offered = new TreeSet<>();
    for (Recovery state : everyState()) {
      for (Recovery next : moves(state)) {
        offered.add(state.status().code() + " --> " + next.status().code());
      }
    }

    assertThat(drawn()).containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  void everyStatusHasASample() {
    assertThat(everyState().stream().map(Recovery::status).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(RecoveryStatus.values());
  }

  @Test
  void anEndedRecoveryOffersNoMove() throws Exception {
    for (Recovery state : everyState()) {
      assertThat(moves(state).isEmpty())
          .as(state.status().code())
          .isEqualTo(state.status().ended());
      assertThat(state.unfinished().isEmpty()).isEqualTo(state.status().ended());
    }
  }

  @Test
  void aHoldIsReleasedAtItsEndAndNotBefore() {
    Recovery.Holding holding = holding();

    assertThat(holding.release(holding.until().minusNanos(1000))).isEmpty();
    assertThat(holding.release(holding.until())).isPresent();
  }

  @Test
  void aHoldOnlyGrows() {
    Recovery.Holding longer = holding().extendedBy(DAY);

    assertThat(longer.until()).isEqualTo(holding().until().plus(DAY));
    assertThat(longer.details().expiresAt()).isEqualTo(holding().details().expiresAt().plus(DAY));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> holding().extendedBy(DAY.negated())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nobodyApprovesTheOwnRecoveryOrTwice() {
    Recovery.Approving approving = approving(2, DAY);
    AccountId agent = new AccountId(new UUID(0, 9));
    Recovery.Unfinished once = approving.approve(agent, START).orElseThrow();

    assertThat(approving.approve(OWNER, START)).isEmpty();
    assertThat(once)
        .isInstanceOfSatisfying(
            Recovery.Approving.class, still -> assertThat(still.approve(agent, START)).isEmpty());
  }

  @Test
  void aLaterProofOfTheSameKindReplacesTheEarlier() {
    EvidenceGiven later =
        new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(Channel.memory()), MUCH_LATER);

    assertThat(new Recovery.Requested(DETAILS).prove(PROOF).prove(later).evidence())
        .containsExactly(later);
  }

  @Test
  void anotherProofShortensAHoldAndCountsFromItsBeginning() {
    Instant inTheMiddle = START.plus(Duration.ofHours(12));
    Recovery.Holding more = holding().prove(ANOTHER);

    assertThat(more.satisfied(satisfied(Duration.ofHours(18), 0), inTheMiddle))
        .isInstanceOfSatisfying(
            Recovery.Holding.class,
            shorter -> assertThat(shorter.until()).isEqualTo(START.plus(Duration.ofHours(18))));
    assertThat(more.satisfied(satisfied(Duration.ofHours(12), 0), inTheMiddle))
        .isInstanceOf(Recovery.Ready.class);
  }

  @Test
  void noProofMakesAHoldLongerOrBringsPeopleIn() {
    Recovery.Holding more = holding().prove(ANOTHER);

    assertThat(more.satisfied(satisfied(DAY.multipliedBy(2), 0), START)).isEqualTo(more);
    assertThat(more.satisfied(satisfied(Duration.ZERO, 1), START)).isEqualTo(more);
  }

  @Test
  void aHoldThatGrewByAJumpDoesNotShrinkByIt() {
    Recovery.Holding grown = holding().extendedBy(DAY).prove(ANOTHER);

    assertThat(grown.satisfied(satisfied(DAY, 0), START.plus(DAY))).isEqualTo(grown);
  }

  @Test
  void whileWaitingAProofOfTheSameKindChangesNothing() {
    EvidenceGiven later =
        new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(Channel.mailbox("x")), MUCH_LATER);

    assertThat(holding().prove(later)).isEqualTo(holding());
    assertThat(approving(1, DAY).prove(later)).isEqualTo(approving(1, DAY));
  }

  @Test
  void anotherProofMakesUpForPeopleAndNeverAsksForMore() {
    Recovery.Approving two = approving(2, DAY);
    AccountId agent = new AccountId(new UUID(0, 9));
    Recovery.Approving half = (Recovery.Approving) two.approve(agent, START).orElseThrow();

    assertThat(two.satisfied(satisfied(Duration.ZERO, 0), START))
        .isInstanceOf(Recovery.Ready.class);
    assertThat(half.satisfied(satisfied(DAY, 1), START)).isInstanceOf(Recovery.Holding.class);
    assertThat(half.satisfied(satisfied(DAY.multipliedBy(2), 2), START)).isEqualTo(half);
  }

  /** What no path grants must not come of two: the people of the one, the hold of the other. */
  @Test
  void fewerPeopleComeWithTheHoldThatGoesWithThem() {
    Recovery.Approving atOnce = approving(1, Duration.ZERO);

    assertThat(atOnce.satisfied(satisfied(DAY.multipliedBy(3), 0), START))
        .isInstanceOfSatisfying(
            Recovery.Holding.class,
            holding -> assertThat(holding.until()).isEqualTo(START.plus(DAY.multipliedBy(3))));
    assertThat(approving(2, DAY).satisfied(satisfied(DAY.multipliedBy(3), 1), START))
        .isEqualTo(approving(1, DAY.multipliedBy(3)));
    assertThat(approving(1, DAY).satisfied(satisfied(Duration.ZERO, 2), START))
        .isEqualTo(approving(1, DAY));
  }

  @Test
  void aStricterVersionNeverMakesItEasier() {
    AccountId agent = new AccountId(new UUID(0, 9));

    assertThat(approving(2, DAY).stricter(satisfied(Duration.ZERO, 0), Set.of(), START))
        .isEqualTo(approving(2, DAY));
    assertThat(holding().stricter(satisfied(Duration.ofHours(1), 0), Set.of(), START))
        .isEqualTo(holding());
    assertThat(holding().stricter(satisfied(Duration.ZERO, 1), Set.of(), START))
        .isInstanceOfSatisfying(
            Recovery.Approving.class, people -> assertThat(people.hold()).isEqualTo(DAY));
    assertThat(holding().stricter(satisfied(DAY, 1), Set.of(agent), START)).isEqualTo(holding());
  }

  @Test
  void inALongerHoldOfAStricterVersionCountsWhatWasHeldAndNotTheTimeSince() {
    Recovery.Ready ready = holding().release(START.plus(DAY)).orElseThrow();

    assertThat(ready.stricter(satisfied(DAY.multipliedBy(3), 0), Set.of(), ready.since()))
        .isInstanceOfSatisfying(
            Recovery.Holding.class,
            longer -> assertThat(longer.until()).isEqualTo(START.plus(DAY.multipliedBy(3))));
    assertThat(ready.stricter(satisfied(DAY.multipliedBy(3), 0), Set.of(), MUCH_LATER))
        .isInstanceOfSatisfying(
            Recovery.Holding.class,
            longer -> assertThat(longer.until()).isEqualTo(MUCH_LATER.plus(DAY.multipliedBy(2))));
    assertThat(ready.stricter(satisfied(DAY, 0), Set.of(), MUCH_LATER)).isEqualTo(ready);
  }

  @Test
  void whereAStricterVersionAsksMorePeopleTheyHaveTheirTime() {
    assertThat(
            approving(1, DAY)
                .stricter(satisfied(DAY, 2), Set.of(), MUCH_LATER)
                .details()
                .expiresAt())
        .isEqualTo(MUCH_LATER.plus(RecoveryDetails.TIME_FOR_PEOPLE));
  }

  @Test
  void peopleHaveTheirOwnTime() {
    Recovery.Unfinished waiting =
        new Recovery.Proving(DETAILS, List.of(PROOF)).satisfied(satisfied(DAY, 1), NO_RISK, START);

    assertThat(waiting.details().expiresAt())
        .isEqualTo(START.plus(RecoveryDetails.TIME_FOR_PEOPLE));
  }

  private static Set<String> drawn() throws IOException {
    return ARROW
        .matcher(Files.readString(PICTURE))
        .results()
        .map(arrow -> arrow.group(1) + " --> " + arrow.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Recovery> everyState() {
    List<EvidenceGiven> proofs = List.of(PROOF);
    return List.of(
        new Recovery.Requested(DETAILS),
        new Recovery.Proving(DETAILS, proofs),
        approving(1, Duration.ZERO),
        approving(1, DAY),
        approving(2, DAY),
        holding(),
        new Recovery.Ready(DETAILS, proofs, NO_RISK, START, START),
        new Recovery.Completed(DETAILS, proofs, NO_RISK, FACTOR, START),
        new Recovery.Cancelled(DETAILS, proofs, START),
        new Recovery.Vetoed(DETAILS, proofs, START, VetoRoute.SESSION),
        new Recovery.Denied(DETAILS, proofs, START, OWNER),
        new Recovery.Expired(DETAILS, proofs, START));
  }

  private static Recovery.Approving approving(int needed, Duration hold) {
    return new Recovery.Approving(DETAILS, List.of(PROOF), NO_RISK, needed, hold, Set.of());
  }

  private static Recovery.Holding holding() {
    return new Recovery.Holding(DETAILS, List.of(PROOF), NO_RISK, START, START.plus(DAY));
  }

  private static PolicyDecision.Satisfied satisfied(Duration hold, int approvals) {
    RecoveryPath path =
        new RecoveryPath(Set.of(EvidenceKind.PASSWORD), Holds.same(hold), approvals);
    return new PolicyDecision.Satisfied(path, approvals, hold, START.plus(hold));
  }

  /** What every public method that gives a recovery gives, with all arguments that matter. */
  private static List<Recovery> moves(Recovery state) throws Exception {
    List<Recovery> results = new ArrayList<>();
    for (Method move : state.getClass().getMethods()) {
      boolean givesRecovery =
          Recovery.class.isAssignableFrom(move.getReturnType())
              || move.getReturnType() == Optional.class;
      if (givesRecovery && !move.isBridge() && move.getParameterCount() > 0) {
        for (List<?> arguments : combinations(List.of(move.getParameterTypes()))) {
          Object result = move.invoke(state, arguments.toArray());
          unwrapped(result)
              .filter(Recovery.class::isInstance)
              .map(Recovery.class::cast)
              .forEach(results::add);
        }
      }
    }
    return results;
  }

  private static Stream<?> unwrapped(Object result) {
    return result instanceof Optional<?> maybe ? maybe.stream() : Stream.of(result);
  }

  private static List<List<?>> combinations(List<Class<?>> types) {
    List<List<?>> all = List.of(List.of());
    for (Class<?> type : types) {
      List<?> values = ARGUMENTS.get(type);
      assertThat(values).as("something to try for " + type).isNotNull();
      List<List<?>> longer = new ArrayList<>();
      for (List<?> before : all) {
        for (Object value : values == null ? List.of() : values) {
          longer.add(Stream.concat(before.stream(), Stream.of(value)).toList());
        }
      }
      all = longer;
    }
    return all;
  }

  @Test
  void theArgumentsCoverEveryMove() {
    assertThat(Arrays.asList(Recovery.Holding.class.getMethods()))
        .extracting(Method::getName)
        .contains("release", "extendedBy", "cancel", "veto", "expire");
  }
}
