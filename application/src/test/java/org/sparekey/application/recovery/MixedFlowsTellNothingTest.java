package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.application.signin.SignInHouse.HOME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparekey.application.account.RequestPasswordReset;
import org.sparekey.application.account.ResetPassword;
import org.sparekey.application.account.ResetRequest;
import org.sparekey.application.policy.PublishShippedPolicies;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.signin.AccountByName;
import org.sparekey.application.signin.SignInHouse;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.Secret;

/**
 * Row 16, across flows: what one flow spends or counts for a name is felt in the other, whether or
 * not there is an account.
 */
class MixedFlowsTellNothingTest {

  private static final String ADA = "ada@example.org";
  private static final String NOBODY = "nobody@example.org";
  private static final Secret NEW = Secret.ofText("thirteen clay pigeons yodel");

  @Test
  void mailsForAResetAreMissingInARecovery() {
    List<String> known = mailsAfterResets(ADA);

    assertThat(mailsAfterResets(NOBODY)).isEqualTo(known);
    assertThat(known).contains("Refused[too-many-mails]", "Done");
  }

  @Test
  void wrongCodesInAResetAreFeltInARecovery() {
    List<String> known = codesAfterResets(ADA);

    assertThat(codesAfterResets(NOBODY)).isEqualTo(known);
    assertThat(known).contains("Refused[too-many-attempts]");
  }

  @Test
  void wrongCodesInARecoveryAreFeltInAReset() {
    List<String> known = resetsAfterCodes(ADA);

    assertThat(resetsAfterCodes(NOBODY)).isEqualTo(known);
    assertThat(known).contains("throttled");
  }

  @Test
  void aCodeIsWrittenForNobodyTooAndEndsWhenAnotherIsAskedFor() {
    SignInHouse house = house();
    Secret recovery = begun(house, NOBODY);

    house.get(SendRecoveryCode.class).send(recovery, HOME);
    house.get(SendRecoveryCode.class).send(recovery, HOME);

    RecoveryDetails details =
        house.get(RecoveryByToken.class).find(recovery).orElseThrow().details();
    assertThat(
            house.memory.codes.open(
                CodePurpose.RECOVERY,
                details.id().toString(),
                house.get(AccountByName.class).find(NOBODY).subject(),
                house.now()))
        .hasSize(1);
    assertThat(house.memory.outbox.messages("recovery-code")).isEmpty();
  }

  private static List<String> mailsAfterResets(String name) {
    SignInHouse house = house();
    for (int i = 0; i < RateLimit.MAILS_BY_ACCOUNT.capacity() - 2; i++) {
      requested(house, name);
    }
    Secret recovery = begun(house, name);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(words(house.get(SendRecoveryCode.class).send(recovery, HOME)));
    }
    return answers;
  }

  private static List<String> codesAfterResets(String name) {
    SignInHouse house = house();
    for (int i = 0; i < 3; i++) {
      guessed(house, requested(house, name));
    }
    Secret recovery = begun(house, name);
    house.get(SendRecoveryCode.class).send(recovery, HOME);
    return List.of(
        words(house.get(ProveByMailedCode.class).prove(recovery, "0000 0000", HOME)),
        words(house.get(ProveByMailedCode.class).prove(recovery, "0000 0000", HOME)));
  }

  private static List<String> resetsAfterCodes(String name) {
    SignInHouse house = house();
    Secret recovery = begun(house, name);
    house.get(SendRecoveryCode.class).send(recovery, HOME);
    for (int i = 0; i < 3; i++) {
      house.get(ProveByMailedCode.class).prove(recovery, "0000 0000", HOME);
    }
    return List.of(guessed(house, requested(house, name)), guessed(house, requested(house, name)));
  }

  private static SignInHouse house() {
    SignInHouse house = new SignInHouse();
    house.get(PublishShippedPolicies.class).publish();
    return house;
  }

  private static Secret requested(SignInHouse house, String name) {
    ResetRequest request = house.get(RequestPasswordReset.class).request(name, HOME);
    return ((ResetRequest.Requested) request).flowToken();
  }

  private static String guessed(SignInHouse house, Secret flow) {
    return house
        .get(ResetPassword.class)
        .reset(flow, "00000000", "000000", NEW, HOME)
        .refusal()
        .orElseThrow()
        .code();
  }

  private static Secret begun(SignInHouse house, String name) {
    return RecoveryHouse.token(
        house.get(StartRecovery.class).start(name, HOME, Optional.empty(), Optional.empty()));
  }

  private static String words(RecoveryAnswer answer) {
    return answer instanceof RecoveryAnswer.Refused refused
        ? "Refused[" + refused.reason().code() + "]"
        : "Done";
  }
}
