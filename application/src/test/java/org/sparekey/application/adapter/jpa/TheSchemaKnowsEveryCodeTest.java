package org.sparekey.application.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sparekey.application.port.OktaFactor;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.PhoneMessage;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.drill.DrillResult;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.PolicyAct;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.recoverycontact.RecoveryContactStatus;
import org.sparekey.domain.recoverycontact.VouchingStatus;
import org.sparekey.domain.shared.Actor;

/** The checks of the schema and the codes of the domain are the same lists. */
class TheSchemaKnowsEveryCodeTest {

  private static final Pattern CHECK =
      Pattern.compile("constraint (\\w+)\\s+check \\(\\w+ in \\(([^)]*'[^)]*)\\)\\)");

  @Test
  void neitherKnowsACodeThatTheOtherDoesNot() throws IOException {
    Map<String, List<String>> checks = new TreeMap<>();
    CHECK
        .matcher(migrations())
        .results()
        .forEach(found -> checks.put(found.group(1), codes(found.group(2))));
    checks.remove("outbox_status"); // known to the outbox alone
    checks.remove("phone_message_channel"); // a part of the outbox's

    assertThat(checks)
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    known("account_session_level", Session.Level.values(), Session.Level::code),
                    known("audit_entry_actor_kind", Actor.Kind.values(), Actor.Kind::code),
                    known("audit_entry_outcome", Outcome.values(), Outcome::code),
                    known(
                        "contact_point_kind", ContactPoint.Kind.values(), ContactPoint.Kind::code),
                    known("challenge_purpose", ChallengePurpose.values(), ChallengePurpose::code),
                    known("challenge_status", ChallengeStatus.values(), ChallengeStatus::code),
                    known("drill_loss", Loss.Kind.values(), Loss.Kind::code),
                    known("drill_result", DrillResult.values(), DrillResult::code),
                    known("factor_kind", FactorKind.values(), FactorKind::code),
                    known("factor_reason", RevocationReason.values(), RevocationReason::code),
                    known("factor_status", FactorStatus.values(), FactorStatus::code),
                    known("okta_factor_step", OktaFactor.Step.values(), OktaFactor.Step::code),
                    known("issued_code_purpose", CodePurpose.values(), CodePurpose::code),
                    known(
                        "organisation_password_reset",
                        PasswordResetRule.values(),
                        PasswordResetRule::code),
                    known(
                        "outbox_channel",
                        OutboxMessage.Channel.values(),
                        OutboxMessage.Channel::code),
                    known("policy_act_kind", PolicyAct.Kind.values(), PolicyAct.Kind::code),
                    known(
                        "phone_message_state",
                        PhoneMessage.State.values(),
                        PhoneMessage.State::code),
                    known(
                        "recovery_contact_status",
                        RecoveryContactStatus.values(),
                        RecoveryContactStatus::code),
                    known("vouching_status", VouchingStatus.values(), VouchingStatus::code),
                    known("recovery_lost", Lost.Extent.values(), Lost.Extent::code),
                    known("recovery_status", RecoveryStatus.values(), RecoveryStatus::code),
                    known("recovery_veto_route", VetoRoute.values(), VetoRoute::code),
                    known("throttle_method", ThrottledMethod.values(), ThrottledMethod::code))));
  }

  private static <E> Map.Entry<String, List<String>> known(
      String constraint, E[] values, Function<E, String> code) {
    return Map.entry(constraint, Arrays.stream(values).map(code).sorted().toList());
  }

  private static List<String> codes(String list) {
    return Arrays.stream(list.split(","))
        .map(text -> text.strip().replace("'", ""))
        .sorted()
        .toList();
  }

  /** All migrations, in the order in which they run: the last word on a constraint holds. */
  private static String migrations() throws IOException {
    Path first =
        Path.of(
            URI.create(
                Objects.requireNonNull(
                        TheSchemaKnowsEveryCodeTest.class.getResource(
                            "/db/migration/V1__accounts_factors_recoveries_audit.sql"))
                    .toString()));
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(first.getParent())) {
      for (Path script : files.sorted(Comparator.comparingInt(Migrations::number)).toList()) {
        all.append(Files.readString(script));
      }
    }
    return all.toString();
  }

  private static final class Migrations {
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");

    private static int number(Path script) {
      Matcher matcher = NUMBER.matcher(script.getFileName().toString());
      assertThat(matcher.matches()).isTrue();
      return Integer.parseInt(matcher.group(1));
    }
  }
}
