package org.sparekey.it.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail server on the loopback, and the people who read their codes from it. */
final class Mailbox implements AutoCloseable {

  private static final Pattern CODE = Pattern.compile("\\b(\\d{4})[ -]?(\\d{4})\\b");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private int read;

  Mailbox() {
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** Waits for the mail with the code. */
  String codeFor(String address) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      readNew();
      @Nullable String code = codes.remove(address);
      if (code != null) {
        return code;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no code for " + address + " within " + PATIENCE);
  }

  private synchronized void readNew() {
    MimeMessage[] mails = server.getReceivedMessages();
    for (; read < mails.length; read++) {
      Matcher code = CODE.matcher(GreenMailUtil.getBody(mails[read]));
      if (code.find()) {
        codes.put(recipient(mails[read]), code.group(1) + code.group(2));
      }
    }
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
