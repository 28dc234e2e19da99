package org.sparekey.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.policy.DistinctChannels;
import org.sparekey.domain.policy.EvidenceGiven;

/** Attacks row 2: the phone, and the mailbox that the phone opens, are one proof. */
class MailThatOpensWithAPhoneTest {

  private final RecoveryHouse house = RecoveryHouse.with("standard");
  private final Instant now = house.now();
  private final Factor.Active phone =
      house.memory.factors.ofAccount(house.ada.id()).stream()
          .flatMap(factor -> factor.asActive().stream())
          .findFirst()
          .orElseThrow();
  private final ContactPoint mailbox = house.memory.contactPoints.ofAccount(house.ada.id()).get(0);

  @Test
  void aCodeMailedThereIsNoSecondProofBesideThePhone() {
    assertThat(DistinctChannels.hold(phoneAndMail())).isTrue();

    house.memory.contactPoints.save(mailbox.opening(Optional.of(phone.id())));

    assertThat(DistinctChannels.hold(phoneAndMail())).isFalse();
  }

  /** Whoever could give a proof before still can: only more people could have given it. */
  @Test
  void sayingSoNeverMakesAProofHarderToHaveGivenAndSoNeverCountsMore() {
    EvidenceGiven before = house.proofs.mailedCode(mailbox.id(), now);

    house.memory.contactPoints.save(mailbox.opening(Optional.of(phone.id())));

    assertThat(house.proofs.mailedCode(mailbox.id(), now).obtainableBy().alternatives())
        .containsAll(before.obtainableBy().alternatives());
    assertThat(house.proofs.password(house.ada, now).obtainableBy().alternatives()).isNotEmpty();
  }

  private List<EvidenceGiven> phoneAndMail() {
    return List.of(house.proofs.factor(phone, now), house.proofs.mailedCode(mailbox.id(), now));
  }
}
