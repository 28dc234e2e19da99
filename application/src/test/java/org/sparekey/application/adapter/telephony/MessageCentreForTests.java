package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** A message centre on the loopback that speaks SMPP 3.4. */
final class MessageCentreForTests implements AutoCloseable {

  static final String SYSTEM_ID = "sparekey";
  static final String PASSWORD = "s3cret";

  final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
  final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final AtomicInteger names = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int port;
  private @Nullable SMPPServerSessionListener listener;
  private volatile int refusal;
  private volatile boolean silent;

  MessageCentreForTests() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    open();
  }

  int port() {
    return port;
  }

  /** Lets clients come. */
  void open() throws IOException {
    SMPPServerSessionListener opened = new SMPPServerSessionListener(port, new OnLoopback());
    listener = opened;
    threads.execute(() -> accept(opened));
  }

  private void accept(SMPPServerSessionListener opened) {
    while (listener == opened) {
      try {
        SMPPServerSession session = opened.accept();
        session.setMessageReceiverListener(new Receiver());
        threads.execute(() -> bind(session));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      BindRequest request = session.waitForBind(5_000);
      if (request.getSystemId().equals(SYSTEM_ID) && request.getPassword().equals(PASSWORD)) {
        request.accept("centre");
        sessions.add(session);
      } else {
        request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
      }
    } catch (TimeoutException | PDUException | IOException e) {
      session.close();
    }
  }

  /** Breaks every connection and lets nobody in. */
  void goDown() throws IOException {
    SMPPServerSessionListener open = listener;
    listener = null;
    if (open != null) {
      open.close();
    }
    sessions.forEach(SMPPServerSession::close);
    sessions.clear();
  }

  void refuse(int commandStatus) {
    refusal = commandStatus;
  }

  void fallSilent() {
    silent = true;
  }

  /** Sends the receipt that appendix B of SMPP 3.4 describes. */
  void report(String name, String state, boolean asParameter)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    String text =
        "id:"
            + (asParameter ? "0" : name)
            + " sub:001 dlvrd:001 submit date:2611231200 done date:2611231201 stat:"
            + state
            + " err:000 text:123";
    OptionalParameter[] named =
        asParameter
            ? new OptionalParameter[] {new OptionalParameter.Receipted_message_id(name)}
            : new OptionalParameter[0];
    sessions
        .get(sessions.size() - 1)
        .deliverShortMessage(
            "",
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            "4915123456789",
            TypeOfNumber.ALPHANUMERIC,
            NumberingPlanIndicator.UNKNOWN,
            "Sparekey",
            new ESMClass(
                MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
            (byte) 0,
            (byte) 0,
            new RegisteredDelivery(0),
            DataCodings.ZERO,
            text.getBytes(US_ASCII),
            named);
  }

  @Override
  public void close() throws IOException {
    goDown();
    threads.shutdownNow();
  }

  private static final class OnLoopback implements ServerConnectionFactory {

    @Override
    public ServerConnection listen(int port) throws IOException {
      return listen(port, 0, 50);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
      return listen(port, timeout, 50);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
      ServerSocket socket = new ServerSocket(port, backlog, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(timeout);
      return new ServerSocketConnection(socket);
    }
  }

  private final class Receiver implements ServerMessageReceiverListener {

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submitted, SMPPServerSession source)
        throws ProcessRequestException {
      if (silent) {
        sleep();
      }
      if (refusal != 0) {
        throw new ProcessRequestException("refused", refusal);
      }
      taken.add(submitted);
      try {
        return new SubmitSmResult(
            new MessageId("m" + names.incrementAndGet()), new OptionalParameter[0]);
      } catch (PDUException e) {
        throw new IllegalStateException(e);
      }
    }

    private void sleep() {
      try {
        TimeUnit.SECONDS.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession source)
        throws ProcessRequestException {
      throw unexpected();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source)
        throws ProcessRequestException {
      throw unexpected();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source)
        throws ProcessRequestException {
      throw unexpected();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source)
        throws ProcessRequestException {
      throw unexpected();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
        throws ProcessRequestException {
      throw unexpected();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
        throws ProcessRequestException {
      throw unexpected();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
        QueryBroadcastSm query, SMPPServerSession source) throws ProcessRequestException {
      throw unexpected();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
      throw unexpected();
    }

    private ProcessRequestException unexpected() {
      return new ProcessRequestException("unexpected", SMPPConstant.STAT_ESME_RINVCMDID);
    }
  }
}
