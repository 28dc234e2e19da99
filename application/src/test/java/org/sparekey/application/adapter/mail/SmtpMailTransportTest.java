package org.sparekey.application.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sparekey.application.adapter.config.SmtpSettings;
import org.sparekey.application.port.MailUnavailableException;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

class SmtpMailTransportTest {

  private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000001");

  @Test
  void aMailArrivesAsItWasWritten() throws Exception {
    try (Server server = new Server()) {
      boolean taken = transport(server.port()).send(mail("ada@example.org", "Ihr Code für später"));

      assertThat(taken).isTrue();
      MimeMessage[] received = server.mail.getReceivedMessages();
      assertThat(received).hasSize(1);
      MimeMessage message = received[0];
      assertThat(message.getSubject()).isEqualTo("Ihr Code für später");
      assertThat(String.valueOf(message.getContent())).contains("Schöne Grüße, 1234 5678");
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getHeader("Content-Language")).containsExactly("de");
      assertThat(message.getMessageID()).isEqualTo("<" + ID + "@sparekey.example>");
      assertThat(message.getFrom()[0]).hasToString("Sparekey <no-reply@sparekey.example>");
    }
  }

  @Test
  void noHeaderCanBeSlippedIn() throws Exception {
    try (Server server = new Server()) {
      SmtpMailTransport transport = transport(server.port());

      assertThat(transport.send(mail("ada@example.org", "Hello\r\nBcc: eve@example.org"))).isTrue();
      assertThat(transport.send(mail("ada@example.org\r\nBcc: eve@example.org", "Hello")))
          .isFalse();
      assertThat(server.mail.getReceivedMessages())
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.getHeader("Bcc")).isNull();
                assertThat(GreenMailUtil.getHeaders(message)).doesNotContain("\nBcc:");
                assertThat(message.getAllRecipients()).hasSize(1);
              });
    }
  }

  @Test
  void aServerThatIsDownIsTriedAgain() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    SmtpMailTransport transport = transport(port);

    assertThatThrownBy(() -> transport.send(mail("ada@example.org", "Hello")))
        .isInstanceOf(MailUnavailableException.class);
  }

  @Test
  void aServerThatSaysNothingIsTriedAgain() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SmtpMailTransport transport =
          new SmtpMailTransport(settings(silent.getLocalPort(), SmtpSettings.Security.NONE), "300");

      assertThatThrownBy(() -> transport.send(mail("ada@example.org", "Hello")))
          .isInstanceOf(MailUnavailableException.class);
    }
  }

  @Test
  void aRecipientWhoIsRefusedIsRefusedForGood() throws Exception {
    try (Scripted server = new Scripted("550 5.1.1 no such mailbox")) {
      assertThat(transport(server.port()).send(mail("nobody@example.org", "Hello"))).isFalse();
    }
  }

  @Test
  void aRecipientWhoIsPutOffIsTriedAgain() throws Exception {
    try (Scripted server = new Scripted("451 4.7.1 greylisted, come back later")) {
      SmtpMailTransport transport = transport(server.port());

      assertThatThrownBy(() -> transport.send(mail("ada@example.org", "Hello")))
          .isInstanceOf(MailUnavailableException.class);
    }
  }

  @Test
  void withoutTlsThereIsNoMailWhereTlsIsConfigured() throws Exception {
    try (Server server = new Server()) {
      SmtpMailTransport transport =
          new SmtpMailTransport(settings(server.port(), SmtpSettings.Security.STARTTLS));

      assertThatThrownBy(() -> transport.send(mail("ada@example.org", "Hello")))
          .isInstanceOf(MailUnavailableException.class);
      assertThat(server.mail.getReceivedMessages()).isEmpty();
    }
  }

  private static SmtpMailTransport transport(int port) {
    return new SmtpMailTransport(settings(port, SmtpSettings.Security.NONE));
  }

  private static SmtpSettings settings(int port, SmtpSettings.Security security) {
    return new SmtpSettings(
        "127.0.0.1", port, security, Optional.empty(), "Sparekey <no-reply@sparekey.example>");
  }

  private static OutboxMessage mail(String recipient, String subject) {
    return new OutboxMessage(
        new MessageId(ID),
        OutboxMessage.Channel.MAIL,
        "recovery-code",
        Optional.empty(),
        recipient,
        Locale.GERMAN,
        subject,
        Secret.ofText("Schöne Grüße, 1234 5678\n"),
        Instant.parse("2026-11-23T09:00:00Z"),
        Optional.empty(),
        0);
  }

  /** GreenMail on a free port. */
  private static final class Server implements AutoCloseable {

    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    Server() {
      mail.start();
    }

    int port() {
      return mail.getSmtp().getPort();
    }

    @Override
    public void close() {
      mail.stop();
    }
  }

  /** A server that answers every RCPT with the same words. */
  private static final class Scripted implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String toRecipient;

    Scripted(String toRecipient) throws IOException {
      this.toRecipient = toRecipient;
      Thread worker = new Thread(this::serve, "scripted-smtp");
      worker.setDaemon(true);
      worker.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      try (Socket client = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
          OutputStream out = client.getOutputStream()) {
        answer(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          answer(out, line.startsWith("RCPT") ? toRecipient : "250 fine");
        }
      } catch (IOException e) {
        // the client has gone, or the test is over
      }
    }

    private static void answer(OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
