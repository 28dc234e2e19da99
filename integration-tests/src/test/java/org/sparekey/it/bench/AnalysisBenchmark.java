package org.sparekey.it.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.policy.analysis.AccountAnalysis;
import org.sparekey.domain.policy.analysis.AccountProfile;
import org.sparekey.domain.policy.analysis.Census;
import org.sparekey.domain.policy.analysis.PolicyComparison;
import org.sparekey.domain.policy.analysis.Population;
import org.sparekey.domain.policy.analysis.PopulationAnalysis;
import org.sparekey.domain.policy.analysis.ProfileBuilder;
import org.sparekey.domain.policy.analysis.TheftSet;

/**
 * What the analysis of a policy costs: for one account, beside the reference that tries every set
 * of channels, and for a million accounts of 200 shapes; and what a decision costs.
 */
final class AnalysisBenchmark {

  private static final int SHAPES = 200;
  private static final int ACCOUNTS = 1_000_000;
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final PrintStream report;

  AnalysisBenchmark(PrintStream report) {
    this.report = report;
  }

  void run() {
    List<AccountProfile> shapes = shapes();
    oneAccount(shapes);
    againstEverySet(shapes);
    decision(shapes);
    population();
  }

  private static List<AccountProfile> shapes() {
    List<AccountProfile> shapes = new ArrayList<>();
    for (int shape = 0; shape < SHAPES; shape++) {
      shapes.add(account(shape, ""));
    }
    return shapes;
  }

  /** The bits of the number say what the account has; no two below 256 are alike. */
  private static AccountProfile account(int shape, String name) {
    ProfileBuilder account =
        new ProfileBuilder()
            .password()
            .mailbox("mail" + name)
            .factor(FactorKind.TOTP, "phone" + name);
    with(shape, 0, () -> account.mailbox("second" + name));
    with(shape, 1, account::recoveryCodes);
    with(shape, 2, () -> account.passkey("laptop" + name, "tablet" + name));
    with(shape, 3, () -> account.phone("number" + name, "phone" + name));
    with(shape, 4, () -> account.contacts(2, contacts(name)));
    with(shape, 5, () -> account.knownBrowser("browser" + name));
    with(shape, 6, () -> account.factor(FactorKind.SECURITY_KEY, "key" + name));
    with(shape, 7, () -> protectedMailbox(account, name));
    return account.build();
  }

  private static Set<String> contacts(String name) {
    return Set.of("a" + name, "b" + name, "c" + name, "d" + name, "e" + name);
  }

  private static void protectedMailbox(ProfileBuilder account, String name) {
    Channel mailbox = Channel.mailbox("mail" + name);
    Channel phone = Channel.device("phone" + name);
    account.needs(mailbox, phone).reaches(phone, mailbox);
  }

  private static void with(int shape, int bit, Runnable add) {
    if ((shape & 1 << bit) != 0) {
      add.run();
    }
  }

  private void oneAccount(List<AccountProfile> shapes) {
    for (RecoveryPolicy policy : ShippedPolicies.all()) {
      long[] nanos = new long[0];
      for (int round = 0; round < ROUNDS; round++) {
        nanos =
            shapes.stream().mapToLong(shape -> timed(() -> whole(policy, shape)).nanos()).toArray();
      }
      Arrays.sort(nanos);
      report.printf(
          "analysis of one account, %-8s: median %6.0f µs, 99 %% %6.0f µs, longest %6.0f µs%n",
          policy.version().key(),
          nanos[nanos.length / 2] / 1e3,
          nanos[nanos.length * 99 / 100] / 1e3,
          nanos[nanos.length - 1] / 1e3);
    }
  }

  /** All that an owner's page shows. */
  private static int whole(RecoveryPolicy policy, AccountProfile profile) {
    AccountAnalysis analysis = AccountAnalysis.of(policy, profile);
    return analysis.thefts(Level.LOW).size()
        + analysis.theftsAtOnce(Level.LOW).size()
        + analysis.lockouts().size()
        + analysis.delays().size()
        + analysis.withoutEachDevice().size();
  }

  private void againstEverySet(List<AccountProfile> shapes) {
    RecoveryPolicy policy = ShippedPolicies.standard();
    AccountProfile one = shapes.get(0b0110_1111);
    Timed<Long> reference = timed(() -> opening(policy, one));
    for (int round = 0; round < ROUNDS; round++) {
      whole(policy, one);
    }
    Timed<Integer> analysis = timed(() -> whole(policy, one));
    List<Set<Channel>> thefts =
        AccountAnalysis.of(policy, one).theftsByRecovery(Level.LOW).stream()
            .map(TheftSet::channels)
            .toList();
    long found =
        everySet(channels(one)).stream()
            .filter(held -> thefts.stream().anyMatch(held::containsAll))
            .count();
    report.printf(
        "every set of %d channels by the decision: %.0f ms, the analysis: %.3f ms; %,d sets open,"
            + " both agree: %b%n",
        channels(one).size(),
        reference.millis(),
        analysis.millis(),
        found,
        reference.result().equals(found));
  }

  /** One source of each kind but mail, of which any may be the latest. */
  private static long opening(RecoveryPolicy policy, AccountProfile profile) {
    return everySet(channels(profile)).stream()
        .filter(held -> opens(policy, profile, held))
        .count();
  }

  private static boolean opens(RecoveryPolicy policy, AccountProfile profile, Set<Channel> held) {
    List<EvidenceGiven> proofs = proofs(profile, held);
    List<EvidenceGiven> others = new ArrayList<>(proofs);
    Collections.reverse(others);
    return enough(policy, proofs) || enough(policy, others);
  }

  /** Nobody of the staff is fooled. */
  private static boolean enough(RecoveryPolicy policy, List<EvidenceGiven> proofs) {
    return policy
        .decide(proofs, Circumstances.nothingOdd(NOW))
        .<Boolean>fold(more -> false, enough -> enough.approvals() == 0, refused -> false);
  }

  private static List<EvidenceGiven> proofs(AccountProfile profile, Set<Channel> held) {
    return profile.proofs().stream()
        .filter(proof -> proof.obtainableBy().openTo(held))
        .map(proof -> new EvidenceGiven(proof.kind(), proof.obtainableBy(), NOW))
        .toList();
  }

  private static List<Channel> channels(AccountProfile profile) {
    return profile.channels().distinct().toList();
  }

  private static List<Set<Channel>> everySet(List<Channel> channels) {
    List<Set<Channel>> sets = new ArrayList<>();
    for (int mask = 0; mask < 1 << channels.size(); mask++) {
      Set<Channel> set = new HashSet<>();
      for (int i = 0; i < channels.size(); i++) {
        if ((mask & 1 << i) != 0) {
          set.add(channels.get(i));
        }
      }
      sets.add(set);
    }
    return sets;
  }

  private void decision(List<AccountProfile> shapes) {
    Map<RecoveryPolicy, Double> micros = new LinkedHashMap<>();
    for (RecoveryPolicy policy : ShippedPolicies.all()) {
      List<List<EvidenceGiven>> given =
          shapes.stream().map(shape -> proofs(shape, Set.copyOf(channels(shape)))).toList();
      long best = Long.MAX_VALUE;
      for (int round = 0; round < 10 * ROUNDS; round++) {
        best = Math.min(best, timed(() -> decideAll(policy, given)).nanos());
      }
      micros.put(policy, best / 1e3 / given.size());
    }
    micros.forEach(
        (policy, each) ->
            report.printf(
                "decision with every proof of an account, %-8s: %6.1f µs%n",
                policy.version().key(), each));
  }

  private static int decideAll(RecoveryPolicy policy, List<List<EvidenceGiven>> given) {
    int codes = 0;
    for (List<EvidenceGiven> proofs : given) {
      PolicyDecision decision = policy.decide(proofs, Circumstances.nothingOdd(NOW));
      codes += decision.code().length();
    }
    return codes;
  }

  private void population() {
    Timed<Population> census = timed(AnalysisBenchmark::everybody);
    Population population = census.result();
    report.printf(
        "census of %,d accounts: %.1f s, %d shapes%n",
        population.accounts(), census.millis() / 1e3, population.profiles().size());
    for (RecoveryPolicy policy : ShippedPolicies.all()) {
      Timed<PopulationAnalysis> all = timed(() -> PopulationAnalysis.of(policy, population));
      report.printf(
          "analysis of all of them, %-8s: %.0f ms; locked out by one device %,d, opened by one"
              + " channel %,d, by a recovery %,d%n",
          policy.version().key(),
          all.millis(),
          all.result().lockedOutByOneDevice(),
          all.result().openedByOneChannel(),
          all.result().openedByOneChannelInRecovery());
    }
    Timed<PolicyComparison> compared =
        timed(
            () ->
                PolicyComparison.between(
                    ShippedPolicies.standard(), ShippedPolicies.quick(), population));
    report.printf(
        "standard against quick for all of them: %.0f ms; weakened %,d, locked out %,d%n",
        compared.millis(), compared.result().weakened(), compared.result().lockedOut());
  }

  private static Population everybody() {
    Census census = new Census();
    for (int i = 0; i < ACCOUNTS; i++) {
      census.add(account(i % SHAPES, "-" + i));
    }
    return census.population();
  }

  /** What came out, and how much processor time it took: others work on the machine as well. */
  private record Timed<R>(R result, long nanos) {

    double millis() {
      return nanos / 1e6;
    }
  }

  private static <R> Timed<R> timed(Supplier<R> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    R result = work.get();
    return new Timed<>(result, THREADS.getCurrentThreadCpuTime() - start);
  }
}
