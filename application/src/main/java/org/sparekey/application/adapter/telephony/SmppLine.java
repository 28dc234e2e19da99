package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.adapter.config.SmppSettings;
import org.sparekey.application.adapter.config.TelephonySettings;
import org.sparekey.application.port.DeliveryReport;
import org.sparekey.application.port.Handover;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.TelephonyUnavailableException;

/**
 * Texts by SMPP 3.4, over one session that is bound for both directions. It is bound when there is
 * something to send, kept alive by enquire_link, and bound again when it broke. Receipts wait in a
 * queue until the worker asks for them; one for which there is no room the centre sends again.
 */
final class SmppLine implements Line {

  private static final System.Logger LOG = System.getLogger(SmppLine.class.getName());
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration ENQUIRE_EVERY = Duration.ofSeconds(30);
  private static final Duration BIND_AGAIN_AFTER = Duration.ofSeconds(15);
  private static final int MOST_REPORTS = 1_000;
  private static final int LAST_REFERENCE = 255;
  private static final byte NOTHING = 0;
  private static final Pattern LETTERS = Pattern.compile(".*[^0-9+].*");
  private static final Pattern RECEIPT =
      Pattern.compile(
          "id:\\s*(?<id>\\S{1,65}).*?\\bstat:\\s*(?<stat>[A-Za-z]{1,8})"
              + "(?:.*?\\berr:\\s*(?<err>\\w{1,8}))?",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** Final states in which it did not arrive (SMPP 3.4 appendix B). */
  private static final Set<String> LOST = Set.of("EXPIRED", "DELETED", "UNDELIV", "REJECTD");

  private static final String ARRIVED = "DELIVRD";

  /** Refusals of the number itself: any other answer may be a better one elsewhere, or later. */
  private static final Set<Integer> REFUSALS = Set.of(SMPPConstant.STAT_ESME_RINVDSTADR);

  private final SmppSettings settings;
  private final InstantSource clock;
  private final Duration answer;
  private final BlockingQueue<DeliveryReport> heard = new ArrayBlockingQueue<>(MOST_REPORTS);
  private final AtomicInteger reference = new AtomicInteger();
  private @Nullable SMPPSession session;
  private Instant bindAgain = Instant.EPOCH;
  private boolean everBound;

  SmppLine(SmppSettings settings, InstantSource clock) {
    this(settings, clock, ANSWER);
  }

  /**
   * For tests of a slow centre.
   *
   * @param answer how long to wait for each answer
   */
  SmppLine(SmppSettings settings, InstantSource clock, Duration answer) {
    this.settings = settings;
    this.clock = clock;
    this.answer = answer;
  }

  @Override
  public String name() {
    return TelephonySettings.Provider.SMPP.code();
  }

  @Override
  public boolean offers(OutboxMessage.Channel channel) {
    return channel == OutboxMessage.Channel.TEXT;
  }

  @Override
  public Handover hand(OutboxMessage message) {
    GsmText text = GsmText.of(message.body().revealText());
    try {
      return Handover.taken(name(), submit(bound(), message, text));
    } catch (NegativeResponseException e) {
      if (REFUSALS.contains(e.getCommandStatus())) {
        return Handover.refused(name(), "not-a-number");
      }
      throw new TelephonyUnavailableException(
          "command status 0x" + Integer.toHexString(e.getCommandStatus()), e);
    } catch (ResponseTimeoutException e) {
      throw new TelephonyUnavailableException("no answer in time", e);
    } catch (IOException | PDUException | InvalidResponseException e) {
      throw new TelephonyUnavailableException(e.getClass().getSimpleName(), e);
    }
  }

  /** All parts, one after the other; the name of the last one is that of the message. */
  private String submit(SMPPSession bound, OutboxMessage message, GsmText text)
      throws IOException,
          PDUException,
          InvalidResponseException,
          NegativeResponseException,
          ResponseTimeoutException {
    int parts = text.segments().size();
    int number = reference.getAndUpdate(last -> last == LAST_REFERENCE ? 0 : last + 1);
    DataCoding coding = text.ucs2() ? new GeneralDataCoding(Alphabet.ALPHA_UCS2) : DataCodings.ZERO;
    ESMClass form =
        parts == 1
            ? new ESMClass()
            : new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI);
    String name = "";
    for (int part = 1; part <= parts; part++) {
      byte[] segment = text.segments().get(part - 1);
      name =
          bound
              .submitShortMessage(
                  "",
                  senderType(),
                  senderPlan(),
                  settings.from().replace("+", ""),
                  TypeOfNumber.INTERNATIONAL,
                  NumberingPlanIndicator.ISDN,
                  message.recipient().substring(1),
                  form,
                  NOTHING,
                  NOTHING,
                  null,
                  validity(message),
                  new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                  NOTHING,
                  coding,
                  NOTHING,
                  parts == 1 ? segment : withHeader(segment, number, parts, part))
              .getMessageId();
    }
    return name;
  }

  /** Concatenation with an 8-bit reference (3GPP TS 23.040 §9.2.3.24.1). */
  private static byte[] withHeader(byte[] segment, int number, int parts, int part) {
    byte[] header = {5, 0, 3, (byte) number, (byte) parts, (byte) part};
    byte[] whole = new byte[header.length + segment.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(segment, 0, whole, header.length, segment.length);
    return whole;
  }

  private TypeOfNumber senderType() {
    if (LETTERS.matcher(settings.from()).matches()) {
      return TypeOfNumber.ALPHANUMERIC;
    }
    return settings.from().startsWith("+")
        ? TypeOfNumber.INTERNATIONAL
        : TypeOfNumber.NETWORK_SPECIFIC;
  }

  private NumberingPlanIndicator senderPlan() {
    return senderType() == TypeOfNumber.INTERNATIONAL
        ? NumberingPlanIndicator.ISDN
        : NumberingPlanIndicator.UNKNOWN;
  }

  /** Relative time (SMPP 3.4 §7.1.1): a code that comes too late is better not delivered. */
  private @Nullable String validity(OutboxMessage message) {
    return message
        .expiresAt()
        .map(end -> Math.max(1, Duration.between(clock.instant(), end).toSeconds()))
        .filter(seconds -> seconds < Duration.ofDays(1).toSeconds())
        .map(
            seconds ->
                String.format(
                    "000000%02d%02d%02d000R", seconds / 3600, seconds / 60 % 60, seconds % 60))
        .orElse(null);
  }

  private synchronized SMPPSession bound() throws IOException {
    SMPPSession present = session;
    if (present != null && present.getSessionState().isTransmittable()) {
      return present;
    }
    closeSession();
    if (clock.instant().isBefore(bindAgain)) {
      throw new IOException("the session broke just now");
    }
    SMPPSession fresh =
        new SMPPSession(new SmppConnections(settings.tls(), (int) answer.toMillis()));
    fresh.setTransactionTimer(answer.toMillis());
    fresh.setEnquireLinkTimer((int) ENQUIRE_EVERY.toMillis());
    fresh.setMessageReceiverListener(new Receipts());
    try {
      fresh.connectAndBind(
          settings.host(),
          settings.port(),
          new BindParameter(
              BindType.BIND_TRX,
              settings.systemId(),
              settings.password().revealText(),
              settings.systemType(),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null,
              InterfaceVersion.IF_34),
          answer.toMillis());
    } catch (IOException e) {
      bindAgain = clock.instant().plus(BIND_AGAIN_AFTER);
      throw e;
    }
    session = fresh;
    everBound = true;
    return fresh;
  }

  /** Binds again what broke, too: receipts come only to who is there. */
  @Override
  public List<DeliveryReport> reports() {
    if (broke()) {
      try {
        bound();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "the message centre is not back yet", e);
      }
    }
    List<DeliveryReport> all = new ArrayList<>();
    heard.drainTo(all);
    return all;
  }

  private synchronized boolean broke() {
    SMPPSession present = session;
    return everBound
        && (present == null || !present.getSessionState().isTransmittable())
        && !clock.instant().isBefore(bindAgain);
  }

  @Override
  public synchronized void close() {
    everBound = false;
    closeSession();
  }

  private void closeSession() {
    SMPPSession present = session;
    session = null;
    if (present != null) {
      present.unbindAndClose();
    }
  }

  /** Takes receipts; anything else that phones may send is nobody's business here. */
  private final class Receipts implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
      if (!delivered.isSmscDeliveryReceipt()) {
        return;
      }
      Optional<DeliveryReport> report = read(delivered);
      if (report.isPresent() && !heard.offer(report.get())) {
        throw new ProcessRequestException(
            "too many receipts wait", SMPPConstant.STAT_ESME_RX_T_APPN);
      }
    }

    private Optional<DeliveryReport> read(DeliverSm delivered) {
      byte[] octets = delivered.getShortMessage();
      Matcher words =
          RECEIPT.matcher(new String(octets == null ? new byte[0] : octets, ISO_8859_1));
      if (!words.find()) {
        return Optional.empty();
      }
      String state = words.group("stat").toUpperCase(java.util.Locale.ROOT);
      if (!state.equals(ARRIVED) && !LOST.contains(state)) {
        return Optional.empty();
      }
      OptionalParameter.Receipted_message_id named =
          delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
      String error = words.group("err");
      return Optional.of(
          new DeliveryReport(
              Optional.empty(),
              name(),
              named == null ? words.group("id") : named.getValueAsString(),
              state.equals(ARRIVED),
              error == null ? state : state + "." + error));
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
      // a phone is in reach again: the centre delivers by itself
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
      throw new ProcessRequestException("no data_sm is expected", SMPPConstant.STAT_ESME_RINVCMDID);
    }
  }
}
