package org.sparekey.it.http;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail server on the loopback, and the people who read their codes from it. */
public final class Mailbox implements AutoCloseable {

  private static final Pattern CODE = Pattern.compile("\\b(\\d{4})[ -]?(\\d{4})\\b");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Map<String, Integer> read = new ConcurrentHashMap<>();

  /** Starts the server on a free port. */
  public Mailbox() {
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getSmtp().getPort();
  }

  /** Waits for the mail with the code. */
  public String codeFor(String address) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      @Nullable String code = newCode(address);
      if (code != null) {
        return code;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no code for " + address + " within " + PATIENCE);
  }

  /** Whether a mail with a code came since one was read. */
  public boolean gotCode(String address) {
    return newCode(address) != null;
  }

  /** Waits for a mail to this address whose text matches, and returns the first group. */
  public String find(String address, Pattern pattern) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (MimeMessage mail : server.getReceivedMessages()) {
        Matcher found = pattern.matcher(text(mail));
        if (recipient(mail).equals(address) && found.find()) {
          return found.group(1);
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no mail to " + address + " with " + pattern);
  }

  /** Waits until so many mails have come for this address. */
  public void await(String address, long many) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (countTo(address) < many) {
      if (System.nanoTime() > end) {
        throw new AssertionError(countTo(address) + " mails to " + address + ", not " + many);
      }
      Thread.sleep(20);
    }
  }

  /** How many mails have come for this address. */
  public long countTo(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(address))
        .count();
  }

  private static String text(MimeMessage mail) {
    try {
      return String.valueOf(mail.getContent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Looks into one inbox: all mails together come in no order of time. */
  private @Nullable String newCode(String address) {
    @Nullable GreenMailUser owner = server.getUserManager().getUserByEmail(address);
    if (owner == null) {
      return null;
    }
    List<StoredMessage> mails = inbox(owner);
    @Nullable String found = null;
    for (StoredMessage mail : mails.subList(read.getOrDefault(address, 0), mails.size())) {
      Matcher code = CODE.matcher(GreenMailUtil.getBody(mail.getMimeMessage()));
      found = code.find() ? code.group(1) + code.group(2) : found;
    }
    read.put(address, mails.size());
    return found;
  }

  private List<StoredMessage> inbox(GreenMailUser owner) {
    try {
      return server.getManagers().getImapHostManager().getInbox(owner).getMessages();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
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
