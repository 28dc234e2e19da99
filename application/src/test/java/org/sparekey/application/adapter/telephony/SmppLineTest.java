package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sparekey.application.adapter.config.SmppSettings;
import org.sparekey.application.memory.MoveableClock;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.TelephonyUnavailableException;
import org.sparekey.domain.shared.Secret;

/** In real SMPP sessions with a message centre on the loopback. */
class SmppLineTest {

  private final MoveableClock clock = new MoveableClock();
  private final MessageCentreForTests centre;
  private final SmppLine line;

  SmppLineTest() throws IOException {
    centre = new MessageCentreForTests();
    line = line(MessageCentreForTests.PASSWORD);
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    centre.close();
  }

  @Test
  void aTextGoesOutWithSenderValidityAndTheWishForAReceipt() {
    assertThat(line.hand(Messages.text("123456 ist Ihr Code für Ähnliches", clock.instant())))
        .isEqualTo(Handover.taken("smpp", "m1"));

    SubmitSm taken = centre.taken.get(0);
    assertThat(taken.getDestAddress()).isEqualTo("4915123456789");
    assertThat(taken.getDestAddrTon()).isEqualTo(TypeOfNumber.INTERNATIONAL.value());
    assertThat(taken.getSourceAddr()).isEqualTo("Sparekey");
    assertThat(taken.getSourceAddrTon()).isEqualTo(TypeOfNumber.ALPHANUMERIC.value());
    assertThat(taken.getValidityPeriod()).isEqualTo("000000001000000R");
    assertThat(taken.getRegisteredDelivery()).isEqualTo((byte) 1);
    assertThat(taken.getDataCoding()).isZero();
    assertThat(taken.getShortMessage())
        .startsWith("123456 ist Ihr Code f".getBytes(US_ASCII))
        .contains((byte) 0x7e, (byte) 0x5b);
  }

  @Test
  void aLongTextInOtherLettersGoesInPartsThatPhonesPutTogether() throws IOException {
    String body = "Su código: 123456. ".repeat(5);

    assertThat(line.hand(Messages.text(body, clock.instant())).reference()).isEqualTo("m2");

    ByteArrayOutputStream together = new ByteArrayOutputStream();
    for (int i = 0; i < 2; i++) {
      SubmitSm part = centre.taken.get(i);
      byte[] octets = part.getShortMessage();
      assertThat(part.getDataCoding()).isEqualTo((byte) 8);
      assertThat(part.isUdhi()).isTrue();
      assertThat(Arrays.copyOf(octets, 6)).containsExactly(5, 0, 3, 0, 2, i + 1);
      together.write(octets, 6, octets.length - 6);
    }
    assertThat(together.toString(UTF_16BE)).isEqualTo(body);
  }

  @Test
  void oneSessionServesAllMessages() {
    for (int i = 0; i < 3; i++) {
      line.hand(Messages.text("x", clock.instant()));
    }

    assertThat(centre.sessions).hasSize(1);
    assertThat(centre.taken).hasSize(3);
  }

  @Test
  void receiptsAreHeardByNameAndByParameterAndTwiceIsTwice() throws Exception {
    line.hand(Messages.text("x", clock.instant()));
    centre.report("m1", "ENROUTE", false);
    centre.report("m1", "DELIVRD", false);
    centre.report("m2", "UNDELIV", true);

    assertThat(reports(2))
        .containsExactlyInAnyOrder(
            new DeliveryReport(Optional.empty(), "smpp", "m1", true, "DELIVRD.000"),
            new DeliveryReport(Optional.empty(), "smpp", "m2", false, "UNDELIV.000"));
    assertThat(line.reports()).isEmpty();
  }

  @Test
  void aBrokenSessionIsBoundAgainWhenTheCentreIsBack() throws Exception {
    line.hand(Messages.text("x", clock.instant()));
    centre.goDown();
    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);
    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);

    centre.open();
    clock.advance(Duration.ofSeconds(15));
    line.reports();

    assertThat(centre.sessions).hasSize(1);
    assertThat(line.hand(Messages.text("x", clock.instant())).refusal()).isEmpty();
  }

  @Test
  void aNumberThatTheCentreDoesNotKnowIsRefusedForGood() {
    centre.refuse(SMPPConstant.STAT_ESME_RINVDSTADR);

    assertThat(line.hand(Messages.text("x", clock.instant())))
        .isEqualTo(Handover.refused("smpp", "not-a-number"));
  }

  @Test
  void aCentreThatIsBusySilentOrRefusesUsIsUnavailable() {
    centre.refuse(SMPPConstant.STAT_ESME_RTHROTTLED);
    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class)
        .hasMessageContaining("0x58");

    centre.fallSilent();
    assertThatThrownBy(() -> line.hand(Messages.text("x", clock.instant())))
        .isInstanceOf(TelephonyUnavailableException.class);

    try (SmppLine stranger = line("wrong")) {
      assertThatThrownBy(() -> stranger.hand(Messages.text("x", clock.instant())))
          .isInstanceOf(TelephonyUnavailableException.class);
    }
  }

  @Test
  void itMakesNoCalls() {
    assertThat(line.offers(OutboxMessage.Channel.TEXT)).isTrue();
    assertThat(line.offers(OutboxMessage.Channel.CALL)).isFalse();
    assertThat(Messages.call(Locale.ENGLISH, clock.instant()).channel())
        .isEqualTo(OutboxMessage.Channel.CALL);
  }

  private List<DeliveryReport> reports(int wanted) throws InterruptedException {
    List<DeliveryReport> all = new ArrayList<>();
    for (int i = 0; i < 100 && all.size() < wanted; i++) {
      all.addAll(line.reports());
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return all;
  }

  private SmppLine line(String password) {
    return new SmppLine(
        new SmppSettings(
            "127.0.0.1",
            centre.port(),
            false,
            MessageCentreForTests.SYSTEM_ID,
            Secret.ofText(password),
            "",
            "Sparekey"),
        clock,
        Duration.ofSeconds(3));
  }
}
