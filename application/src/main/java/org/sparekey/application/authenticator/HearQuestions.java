package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.signin.PushQuestions;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.shared.Origin;

/** Tells a phone what it is asked now. */
@UseCase
public class HearQuestions {

  private final SignedPhone phones;
  private final ChallengeRepository challenges;
  private final PushDeviceRepository devices;
  private final PushQuestions questions;
  private final DeviceNonces nonces;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  public HearQuestions(
      SignedPhone phones,
      ChallengeRepository challenges,
      PushDeviceRepository devices,
      PushQuestions questions,
      DeviceNonces nonces,
      SiteSettings site,
      InstantSource clock) {
    this.phones = phones;
    this.challenges = challenges;
    this.devices = devices;
    this.questions = questions;
    this.nonces = nonces;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Answers at once; changes nothing.
   *
   * @param signature over the act "hear", the device and the nonce
   */
  public AuthenticatorAnswer<PhoneView> hear(
      String device, String nonce, String signature, Origin origin) {
    return phones
        .fresh(device, nonce, DeviceStatement.of("hear", site, device, nonce), signature, origin)
        .fold(
            phone -> new AuthenticatorAnswer.Heard<>(view(phone)),
            refused -> AuthenticatorAnswer.refused(refused.reason()));
  }

  private PhoneView view(Phone phone) {
    Instant now = clock.instant();
    List<PhoneView.Asked> open =
        phone.factor().asActive().isEmpty()
            ? List.of()
            : challenges.open(phone.owner().id(), now).stream()
                .filter(challenge -> challenge.factor().equals(phone.factor().id()))
                .map(this::asked)
                .toList();
    return new PhoneView(
        phone.factor().status().code(),
        phone.factor().details().device().value(),
        phone.owner().id(),
        phone.owner().signInName().value(),
        devices.lockedSince(phone.owner().id()).isPresent(),
        phone.device().address().isPresent(),
        open,
        nonces.next());
  }

  private PhoneView.Asked asked(Challenge challenge) {
    PushQuestions.Question question = questions.open(challenge);
    return new PhoneView.Asked(
        challenge.id(),
        challenge.purpose().code(),
        question.browser(),
        question.sourceAddress(),
        challenge.createdAt(),
        challenge.expiresAt());
  }
}
