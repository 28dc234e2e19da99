package org.sparekey.application.adapter.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.adapter.config.SmppSettings;
import org.sparekey.application.adapter.config.TwilioSettings;
import org.sparekey.application.memory.MoveableClock;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.TelephonyUnavailableException;
import org.sparekey.domain.shared.Secret;

/** Attacks row 34. */
class ProvidersStandInForEachOtherTest {

  private final MoveableClock clock = new MoveableClock();
  private final RestServiceForTests service;
  private final MessageCentreForTests centre;
  private final ChosenTelephony telephony;

  ProvidersStandInForEachOtherTest() throws IOException {
    service = new RestServiceForTests();
    centre = new MessageCentreForTests();
    telephony = new ChosenTelephony(List.of(rest(service.address()), smpp()), clock);
  }

  @AfterEach
  void close() throws IOException {
    telephony.close();
    service.close();
    centre.close();
  }

  @Test
  void theFirstInOrderGetsTheMessage() {
    assertThat(text()).isEqualTo("twilio");
    assertThat(centre.taken).isEmpty();
  }

  @Test
  void whenItCannotTheNextOneDoes() {
    service.refuse(503, 20503);

    assertThat(text()).isEqualTo("smpp");
    assertThat(service.requests).hasSize(1);
    assertThat(centre.taken).hasSize(1);
  }

  @Test
  void oneThatFailsAgainAndAgainRestsAndIsThenTriedOnce() {
    service.refuse(500, 20500);
    for (int i = 0; i < 6; i++) {
      assertThat(text()).isEqualTo("smpp");
    }
    assertThat(service.requests).hasSize(LineHealth.MOST_FAILURES);

    clock.advance(LineHealth.REST);
    text();
    text();
    assertThat(service.requests).hasSize(LineHealth.MOST_FAILURES + 1);

    service.answer(201, "{\"sid\": \"SM2\"}");
    clock.advance(LineHealth.REST);
    assertThat(text()).isEqualTo("twilio");
    assertThat(text()).isEqualTo("twilio");
  }

  @Test
  void aRefusedNumberIsNotTriedElsewhere() {
    service.refuse(400, 21610);

    assertThat(telephony.hand(Messages.text("x", clock.instant())).refusal()).contains("opted-out");
    assertThat(centre.taken).isEmpty();
  }

  @Test
  void whenAllAreDownThatIsSaid() throws IOException {
    service.refuse(500, 20500);
    centre.goDown();
    for (int i = 0; i < LineHealth.MOST_FAILURES; i++) {
      assertThat(telephony.down(OutboxMessage.Channel.TEXT)).isFalse();
      assertThatThrownBy(this::text).isInstanceOf(TelephonyUnavailableException.class);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(telephony.down(OutboxMessage.Channel.TEXT)).isTrue();
    assertThat(telephony.down(OutboxMessage.Channel.CALL)).isTrue();
    clock.advance(LineHealth.REST);
    assertThat(telephony.down(OutboxMessage.Channel.TEXT)).isFalse();
  }

  @Test
  void aCallGoesOnlyToWhoMakesCalls() {
    service.refuse(500, 20500);

    assertThatThrownBy(() -> telephony.hand(Messages.call(Locale.ENGLISH, clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);
    assertThat(centre.taken).isEmpty();
  }

  @Test
  void withoutProvidersNothingIsOffered() {
    ChosenTelephony nothing = new ChosenTelephony(List.of(), clock);

    assertThat(nothing.offers(OutboxMessage.Channel.TEXT)).isFalse();
    assertThat(nothing.offers(OutboxMessage.Channel.CALL)).isFalse();
  }

  private String text() {
    return telephony.hand(Messages.text("x", clock.instant())).provider();
  }

  private TwilioLine rest(URI api) {
    return new TwilioLine(
        new TwilioSettings(
            api,
            RestServiceForTests.ACCOUNT,
            Secret.ofText(RestServiceForTests.TOKEN),
            "Sparekey",
            Optional.of("+4930901820"),
            Optional.empty()),
        clock,
        Duration.ofSeconds(5));
  }

  private SmppLine smpp() {
    return new SmppLine(
        new SmppSettings(
            "127.0.0.1",
            centre.port(),
            false,
            MessageCentreForTests.SYSTEM_ID,
            Secret.ofText(MessageCentreForTests.PASSWORD),
            "",
            "Sparekey"),
        clock,
        Duration.ofSeconds(5));
  }
}
