package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.domain.account.PasswordResetRule.MAILBOX_ALONE;
import static org.sparekey.domain.account.PasswordResetRule.MAILBOX_AND_FACTOR;
import static org.sparekey.domain.policy.EvidenceKind.KNOWN_BROWSER;
import static org.sparekey.domain.policy.EvidenceKind.MAILED_CODE;
import static org.sparekey.domain.policy.EvidenceKind.PASSKEY;
import static org.sparekey.domain.policy.EvidenceKind.PASSWORD;
import static org.sparekey.domain.policy.EvidenceKind.PHONE_CODE;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CODE;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CONTACTS;
import static org.sparekey.domain.policy.EvidenceKind.SECURITY_KEY;
import static org.sparekey.domain.policy.EvidenceKind.SURVIVING_FACTOR;
import static org.sparekey.domain.policy.EvidenceKind.TOTP;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;

/** NIST SP 800-63B-4 §4.2.2, clause by clause. */
class AssuranceTest {

  /** The proofs of a path, the level it grants, and why no higher. */
  static Stream<Arguments> paths() {
    return Stream.of(
        // §4.2.2.1: one recovery code
        granted(AssuranceLevel.AAL1, "one-proof", MAILED_CODE),
        granted(AssuranceLevel.AAL1, "one-proof", RECOVERY_CODE),
        granted(AssuranceLevel.AAL1, "one-proof", RECOVERY_CONTACTS),
        granted(AssuranceLevel.AAL1, "one-proof", MAILED_CODE, KNOWN_BROWSER),
        // §4.2.2.2: two recovery codes by different methods
        granted(AssuranceLevel.AAL3, "", RECOVERY_CODE, MAILED_CODE),
        granted(AssuranceLevel.AAL3, "", RECOVERY_CODE, PHONE_CODE),
        granted(AssuranceLevel.AAL3, "", RECOVERY_CODE, RECOVERY_CONTACTS),
        granted(AssuranceLevel.AAL3, "", MAILED_CODE, RECOVERY_CONTACTS),
        // a text and a mail are issued both
        granted(AssuranceLevel.AAL1, "same-method", MAILED_CODE, PHONE_CODE),
        // §4.2.2.2: one recovery code and a bound single-factor authenticator
        granted(AssuranceLevel.AAL3, "", PASSWORD, MAILED_CODE),
        granted(AssuranceLevel.AAL3, "", PASSWORD, RECOVERY_CODE),
        granted(AssuranceLevel.AAL3, "", TOTP, MAILED_CODE),
        granted(AssuranceLevel.AAL3, "", SURVIVING_FACTOR, PHONE_CODE),
        granted(AssuranceLevel.AAL3, "", PASSWORD, MAILED_CODE, PHONE_CODE),
        // §4.1.2.1: an authentication at AAL2, after which a factor is bound
        granted(AssuranceLevel.AAL2, "not-highest", PASSWORD, SURVIVING_FACTOR),
        granted(AssuranceLevel.AAL2, "not-highest", PASSWORD, SECURITY_KEY),
        granted(AssuranceLevel.AAL2, "not-highest", PASSKEY),
        // nothing of these
        granted(AssuranceLevel.NONE, "no-recovery-code", PASSWORD),
        granted(AssuranceLevel.NONE, "no-recovery-code", TOTP),
        granted(AssuranceLevel.NONE, "no-recovery-code", PASSWORD, KNOWN_BROWSER));
  }

  private static Arguments granted(AssuranceLevel level, String why, EvidenceKind... evidence) {
    return Arguments.of(Set.of(evidence), level, why);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPathGrantsWhatItsProofsAre(Set<EvidenceKind> evidence, AssuranceLevel level, String why) {
    PathAssurance path = only(evidence, MAILBOX_AND_FACTOR);

    assertThat(path.level()).isEqualTo(level);
    assertThat(reasons(path, Clause.AAL3)).isEqualTo(why.isEmpty() ? List.of() : List.of(why));
    assertThat(reasons(path, Clause.AAL2).isEmpty())
        .isEqualTo(level.compareTo(AssuranceLevel.AAL2) >= 0);
    assertThat(reasons(path, Clause.AAL1).isEmpty()).isEqualTo(level != AssuranceLevel.NONE);
  }

  @Test
  void aMailboxThatResetsThePasswordMeetsTheLetterAndFailsHere() {
    PathAssurance path = only(Set.of(PASSWORD, MAILED_CODE), MAILBOX_ALONE);

    assertThat(path.level()).isEqualTo(AssuranceLevel.AAL1);
    assertThat(reasons(path, Clause.AAL2)).containsExactly("same-mailbox");
    assertThat(reasons(path, Clause.AAL3)).containsExactly("same-mailbox");
  }

  @Test
  void besideAThirdProofTheMailboxDoesNotMatter() {
    assertThat(only(Set.of(PASSWORD, MAILED_CODE, RECOVERY_CODE), MAILBOX_ALONE).failures())
        .isEmpty();
    assertThat(only(Set.of(PASSWORD, PHONE_CODE), MAILBOX_ALONE).failures()).isEmpty();
  }

  @Test
  void peopleOfTheStaffRaiseNoLevel() {
    Assurance assurance =
        Assurance.of(
            Policies.of(Policies.approved(2, PASSWORD, KNOWN_BROWSER)), MAILBOX_AND_FACTOR);

    assertThat(assurance.level()).isEqualTo(AssuranceLevel.NONE);
    assertThat(reasons(assurance.paths().get(0), Clause.METHODS))
        .containsExactly("application-specific");
  }

  @Test
  void aPolicyIsAsGoodAsItsWeakestPath() {
    RecoveryPolicy policy =
        Policies.of(Policies.after(24, PASSWORD, RECOVERY_CODE), Policies.after(24, MAILED_CODE));

    assertThat(Assurance.of(policy, MAILBOX_AND_FACTOR).level()).isEqualTo(AssuranceLevel.AAL1);
    assertThat(Assurance.of(policy, MAILBOX_AND_FACTOR).nothingFails()).isFalse();
  }

  @Test
  void quickMeetsTheLetterUnlessTheMailboxResetsThePassword() {
    assertThat(Assurance.of(ShippedPolicies.quick(), MAILBOX_AND_FACTOR).nothingFails()).isTrue();
    assertThat(Assurance.of(ShippedPolicies.quick(), MAILBOX_ALONE).level())
        .isEqualTo(AssuranceLevel.AAL1);
  }

  @Test
  void anAccountIsJudgedByThePathsThatItCanComplete() {
    ProfileBuilder ada =
        new ProfileBuilder().password().factor(FactorKind.TOTP, "phone").mailbox("1");
    Assurance one = of(ada.passwordResetBy(MAILBOX_ALONE).build());
    Assurance two = of(ada.recoveryCodes().mailbox("2").build());

    assertThat(one.paths()).as("password and mail are one proof").isEmpty();
    assertThat(one.level()).isEqualTo(AssuranceLevel.NONE);
    assertThat(one.failures())
        .containsExactly(new ClauseFailure(Clause.ADDRESSES, ClauseFailure.Reason.ONE_ADDRESS));
    assertThat(two.paths()).extracting(PathAssurance::number).containsExactly(2, 3);
    assertThat(two.nothingFails()).isTrue();
  }

  @Test
  void anAccountWithoutAnAddressHearsNothing() {
    assertThat(of(new ProfileBuilder().password().recoveryCodes().build()).failures())
        .extracting(failure -> failure.clause().section())
        .containsExactly("4.2.3", "4.6");
  }

  private static Assurance of(AccountProfile profile) {
    return Assurance.of(AccountAnalysis.of(ShippedPolicies.quick(), profile));
  }

  private static PathAssurance only(Set<EvidenceKind> evidence, PasswordResetRule rule) {
    RecoveryPolicy policy = Policies.of(Policies.after(24, evidence.toArray(EvidenceKind[]::new)));
    return Assurance.of(policy, rule).paths().get(0);
  }

  private static List<String> reasons(PathAssurance path, Clause clause) {
    return path.failures().stream()
        .filter(failure -> failure.clause() == clause)
        .map(failure -> failure.reason().code())
        .toList();
  }
}
