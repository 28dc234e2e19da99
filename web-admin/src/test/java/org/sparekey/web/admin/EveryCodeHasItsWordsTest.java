package org.sparekey.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.account.AccountRefusal;
import org.sparekey.application.drill.DrillRefusal;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.recovery.RecoveryRefusal;
import org.sparekey.application.recoverycode.RecoveryCodesRefusal;
import org.sparekey.application.recoverycontact.RecoveryContactRefusal;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.SignInRefusal;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.Actor;

/** Staff read words, not codes: whatever the log can hold has its text in every language. */
class EveryCodeHasItsWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr"})
  void inEveryLanguage(String language) {
    ResourceBundle texts = Words.in(Locale.forLanguageTag(language));
    assertThat(
            Stream.of(
                    keys("code.", AuditCode.values(), AuditCode::code),
                    keys("outcome.", Outcome.values(), Outcome::code),
                    keys("actor.", Actor.Kind.values(), Actor.Kind::code),
                    keys("role.", StaffRole.values(), StaffRole::code),
                    keys("contact.", ContactPoint.Kind.values(), ContactPoint.Kind::code),
                    keys("factor.", FactorKind.values(), FactorKind::code),
                    keys("state.", FactorStatus.values(), FactorStatus::code),
                    keys("state.", RecoveryStatus.values(), RecoveryStatus::code),
                    keys("evidence.", EvidenceKind.values(), EvidenceKind::code),
                    keys("risk.", RiskReason.values(), RiskReason::code),
                    keys("loss.", Lost.Extent.values(), Lost.Extent::code),
                    keys("veto.", VetoRoute.values(), VetoRoute::code),
                    keys("reason.", RevocationReason.values(), RevocationReason::code),
                    keys("reason.", StaffRefusal.values(), StaffRefusal::code),
                    keys("reason.", SignInRefusal.values(), SignInRefusal::code),
                    keys("reason.", ChallengeRefusal.values(), ChallengeRefusal::code),
                    keys("reason.", EnrolmentRefusal.values(), EnrolmentRefusal::code),
                    keys("reason.", AccountRefusal.values(), AccountRefusal::code),
                    keys("reason.", RecoveryRefusal.values(), RecoveryRefusal::code),
                    keys("reason.", DrillRefusal.values(), DrillRefusal::code),
                    keys("reason.", RecoveryContactRefusal.values(), RecoveryContactRefusal::code),
                    keys("reason.", RecoveryCodesRefusal.values(), RecoveryCodesRefusal::code))
                .flatMap(Function.identity())
                .filter(key -> !texts.containsKey(key)))
        .isEmpty();
  }

  private static <E> Stream<String> keys(String group, E[] values, Function<E, String> code) {
    return Arrays.stream(values).map(code).map(group::concat);
  }
}
