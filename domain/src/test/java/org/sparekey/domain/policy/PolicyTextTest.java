package org.sparekey.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparekey.domain.policy.PolicyFault.Reason;

/** The readable form of a policy. */
class PolicyTextTest {

  private static final int ROUNDS = 2_000;
  private static final String STANDARD = PolicyText.of(ShippedPolicies.standard());

  private final Random random = new Random(42);

  static List<RecoveryPolicy> shipped() {
    return ShippedPolicies.all();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedPolicyHasNoFaultAndReadsBackAsItWas(RecoveryPolicy policy) {
    assertThat(PolicyCheck.faults(policy)).isEmpty();
    assertThat(PolicyReader.read(PolicyText.of(policy)))
        .isEqualTo(new PolicyReading(Optional.of(policy), List.of()));
  }

  @Test
  void whatWasPublishedBeforeAFaultWasKnownStaysReadable() {
    String text =
        PolicyText.of(ShippedPolicies.all().get(0))
            .replaceFirst("(?m)^path .*$", "path passkey + recovery-contacts")
            .replaceFirst("(?m)^recovery-contacts .*$", "recovery-contacts 2 of 5");

    assertThat(PolicyReader.read(text).faults())
        .extracting(PolicyFault::reason)
        .contains(PolicyFault.Reason.NEVER_BEGINS);
    assertThat(PolicyReader.readPublished(text).policy()).isPresent();
    assertThat(PolicyReader.readPublished(text + "\nsurprise").policy()).isEmpty();
  }

  @Test
  void everyPolicyWithoutFaultsReadsBackAsItWas() {
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RecoveryPolicy policy = somePolicy();
      PolicyReading reading = PolicyReader.read(PolicyText.of(policy));

      if (PolicyCheck.faults(policy).isEmpty()) {
        assertThat(reading.policy()).contains(policy);
        read++;
      } else {
        assertThat(reading.policy()).isEmpty();
        assertThat(reading.faults()).hasSameSizeAs(PolicyCheck.faults(policy));
      }
    }
    assertThat(read).isGreaterThan(ROUNDS / 10);
  }

  @Test
  void commentsBlankLinesAndIndentsSayNothing() {
    String spread = STANDARD.replace("\n", "\n\n  # a remark\n   ").replace("hold", "   hold");

    assertThat(PolicyReader.read(spread).policy()).contains(ShippedPolicies.standard());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sparekey-policy 1 | policy: x | not-a-policy | 1",
        "name Standard | nom Standard | unknown-line | 4",
        "name Standard | hold 3h | outside-path | 4",
        "key standard | key Standard! | bad-value | 2",
        "version 3 | version three | bad-number | 3",
        "path password + surviving-factor | path password + blood | unknown-evidence | 6",
        "path password + surviving-factor | path password + password | evidence-twice | 6",
        "path password + surviving-factor | path password + recovery-code | same-path | 9",
        "hold 0, elevated 1d, high 3d | hold 2d, elevated 1d, high 3d | hold-shrinks | 7",
        "hold 0, elevated 1d, high 3d | hold soon | bad-duration | 7",
        "hold 0, elevated 1d, high 3d | hold 0, low 1d | bad-value | 7",
        "hold 0, elevated 1d, high 3d | hold 31d | duration-too-long | 6",
        "approvals 0 | approvals 3 | bad-number | 8",
        "approvals 0 | hold 1d | twice | 8",
        "probation 3d | probation 366d | duration-too-long | 0",
        "wrong-proofs 10 | wrong-proofs 1000 | bad-number | 33",
        "revokes lost-factors | revokes nothing | bad-value | 34",
        "surviving-factor-may veto, shorten | surviving-factor-may approve | bad-value | 35",
        "recovery-contacts 2 of 5 | recovery-contacts 6 of 5 | bad-value | 37",
        "recovery-contacts 2 of 5 | recovery-contacts none | no-contacts | 21",
        "remembered-browsers 30d | remembered-browsers none | no-browsers | 27",
        "path password + surviving-factor | path passkey + recovery-contacts | never-begins | 6",
        "vetoes 2 then-approvals 1 | vetoes 2 | bad-value | 38",
        "least-factors 1 | least-factors 0 | bad-number | 39",
        "least-factors 1 | # nothing | missing-line | 0",
        "running-recoveries keep | running-recoveries stop | bad-value | 40",
      })
  void whatIsWrongIsNamedWithItsLine(String good, String bad, String reason, int line) {
    assertThat(STANDARD).contains(good);
    String text = replaceFirst(good, bad);

    PolicyReading reading = PolicyReader.read(text);

    assertThat(reading.policy()).isEmpty();
    assertThat(reading.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.reason().code()).isEqualTo(reason);
              assertThat(fault.line()).isEqualTo(line);
            });
  }

  @Test
  void everyReasonCanBeMet() {
    Set<Reason> met = EnumSet.noneOf(Reason.class);
    List<String> texts =
        List.of(
            "",
            "x".repeat(PolicyReader.LONGEST_TEXT + 1),
            PolicyText.FORMAT,
            replaceFirst("least-factors 1", "least-factors 1\nleast-factors 1"),
            replaceFirst("name Standard", "nom Standard"),
            replaceFirst("name Standard", "hold 3h"),
            replaceFirst("key standard", "key A"),
            replaceFirst("version 3", "version 0"),
            replaceFirst("surviving-factor", "blood"),
            replaceFirst("password + surviving-factor", "password + password"),
            replaceFirst("password + surviving-factor", "phone-code + known-browser"),
            replaceFirst("password + surviving-factor", "password + recovery-code"),
            replaceFirst(
                "password + surviving-factor\n  hold 0, elevated 1d, high 3d",
                "password + recovery-code + mailed-code\n  hold 1d, elevated 3d, high 7d"),
            replaceFirst("hold 0, elevated 1d, high 3d", "hold 2d, elevated 1d"),
            replaceFirst("hold 0, elevated 1d, high 3d", "hold 1w"),
            replaceFirst("hold 0, elevated 1d, high 3d", "hold 40d"),
            replaceFirst("recovery-contacts 2 of 5", "recovery-contacts none"),
            replaceFirst("remembered-browsers 30d", "remembered-browsers none"),
            replaceFirst("probation", manyPaths() + "probation"));
    for (String text : texts) {
      PolicyReader.read(text).faults().forEach(fault -> met.add(fault.reason()));
    }

    assertThat(met).containsExactlyInAnyOrder(Reason.values());
  }

  @Test
  void nonsenseIsRefusedAndNeverThrows() {
    List<String> lines = STANDARD.lines().toList();
    for (int round = 0; round < ROUNDS; round++) {
      List<String> torn = new ArrayList<>(lines);
      for (int change = 0; change < 3; change++) {
        int at = random.nextInt(torn.size());
        String line = torn.get(at);
        torn.set(
            at, line.substring(random.nextInt(line.length() + 1)) + (char) random.nextInt(500));
      }
      PolicyReading reading = PolicyReader.read(String.join("\n", torn));
      assertThat(reading.policy().isPresent()).isEqualTo(reading.faults().isEmpty());
    }
  }

  @Test
  void theDifferenceTellsWhatWasTakenAwayAndWhatWasAdded() {
    RecoveryPolicy standard = ShippedPolicies.standard();
    RecoveryPolicy newer =
        PolicyReader.read(replaceFirst("probation 3d", "probation 4d")).policy().orElseThrow();

    assertThat(PolicyDifference.between(standard, newer))
        .filteredOn(line -> line.change() != PolicyDifference.Change.KEPT)
        .containsExactly(
            new PolicyDifference.Line(PolicyDifference.Change.REMOVED, "probation 3d"),
            new PolicyDifference.Line(PolicyDifference.Change.ADDED, "probation 4d"));
  }

  @Test
  void theDifferenceGivesBothTextsBack() {
    for (int round = 0; round < ROUNDS / 10; round++) {
      RecoveryPolicy older = somePolicy();
      RecoveryPolicy newer = somePolicy();
      List<PolicyDifference.Line> lines = PolicyDifference.between(older, newer);

      assertThat(texts(lines, PolicyDifference.Change.ADDED))
          .isEqualTo(PolicyText.of(older).lines().toList());
      assertThat(texts(lines, PolicyDifference.Change.REMOVED))
          .isEqualTo(PolicyText.of(newer).lines().toList());
    }
  }

  @Test
  void aPolicyIsNoWeakerThanItselfAndAShorterHoldIsWeaker() {
    RecoveryPolicy standard = ShippedPolicies.standard();
    RecoveryPolicy sooner =
        PolicyReader.read(replaceFirst("hold 1d, elevated 3d", "hold 1h, elevated 3d"))
            .policy()
            .orElseThrow();

    assertThat(Strictness.noWeaker(standard, standard)).isTrue();
    assertThat(Strictness.noWeaker(standard, sooner)).isTrue();
    assertThat(Strictness.noWeaker(sooner, standard)).isFalse();
    assertThat(Strictness.noWeaker(ShippedPolicies.quick(), standard)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remembered-browsers 30d | remembered-browsers 31d",
        "recovery-contacts 2 of 5 | recovery-contacts 2 of 9",
        "recovery-contacts 2 of 5 | recovery-contacts 1 of 5",
        "revokes all-factors | revokes lost-factors",
        "surviving-factor-may veto | surviving-factor-may veto, shorten",
        "surviving-factor-may veto | surviving-factor-may none",
      })
  void aRuleThatLetsInMoreIsWeaker(String before, String after) {
    String text =
        STANDARD
            .replace("revokes lost-factors", "revokes all-factors")
            .replace("veto, shorten", "veto");
    assertThat(text).contains(before);
    RecoveryPolicy older = PolicyReader.read(text).policy().orElseThrow();
    RecoveryPolicy newer = PolicyReader.read(text.replace(before, after)).policy().orElseThrow();

    assertThat(Strictness.noWeaker(newer, older)).isFalse();
    assertThat(Strictness.noWeaker(older, newer)).isTrue();
  }

  private static List<String> texts(
      List<PolicyDifference.Line> lines, PolicyDifference.Change without) {
    return lines.stream()
        .filter(line -> line.change() != without)
        .map(PolicyDifference.Line::text)
        .toList();
  }

  private static String replaceFirst(String good, String bad) {
    int at = STANDARD.indexOf(good);
    assertThat(at).as(good).isNotNegative();
    return STANDARD.substring(0, at) + bad + STANDARD.substring(at + good.length());
  }

  private static String manyPaths() {
    return "path password\n  hold 0\n".repeat(PolicyCheck.MOST_PATHS);
  }

  private <T> T some(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private RecoveryPolicy somePolicy() {
    List<RecoveryPath> paths = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Set<EvidenceKind> evidence = new HashSet<>();
      int size = 1 + random.nextInt(3);
      for (int j = 0; j < size; j++) {
        evidence.add(some(EvidenceKind.values()));
      }
      int[] hours = random.ints(3, 0, 200).sorted().toArray();
      paths.add(
          new RecoveryPath(evidence, Holds.hours(hours[0], hours[1], hours[2]), random.nextInt(3)));
    }
    PolicyRules rules =
        new PolicyRules(
            Duration.ofMinutes(random.nextInt(10_000)),
            Duration.ofSeconds(random.nextInt(1_000_000)),
            3 + random.nextInt(98),
            some(PolicyRules.Revokes.values()),
            Set.copyOf(Arrays.asList(PolicyRules.Survivor.values()).subList(0, random.nextInt(3))),
            random.nextBoolean()
                ? Optional.of(Duration.ofDays(1 + random.nextInt(300)))
                : Optional.empty(),
            random.nextBoolean()
                ? Optional.of(new PolicyRules.Contacts(2, 2 + random.nextInt(8)))
                : Optional.empty(),
            new PolicyRules.Vetoes(1 + random.nextInt(10), random.nextInt(3)),
            1 + random.nextInt(5));
    return new RecoveryPolicy(
        new PolicyVersion("p" + random.nextInt(100), 1 + random.nextInt(9)), "Zoë's", paths, rules);
  }
}
