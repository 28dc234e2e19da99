package org.sparekey.application.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger.Level;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.adapter.config.SmtpSettings;
import org.sparekey.application.port.MailTransport;
import org.sparekey.application.port.MailUnavailableException;
import org.sparekey.application.port.OutboxMessage;

/**
 * Hands a mail to an SMTP server. Where TLS is configured, there is no mail without it and without
 * the server's right name. The same message always has the same Message-ID: should it go out twice
 * after a crash, mail programs show it once.
 */
final class SmtpMailTransport implements MailTransport {

  private static final System.Logger LOG = System.getLogger(SmtpMailTransport.class.getName());
  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "15000";
  private static final Pattern REFUSED_FOR_GOOD =
      Pattern.compile("\\s*5\\d\\d\\b.*", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final SmtpSettings settings;
  private final InternetAddress from;
  private final Session session;

  SmtpMailTransport(SmtpSettings settings) {
    this(settings, ANSWER_MILLIS);
  }

  /**
   * For tests of a slow server.
   *
   * @param answerMillis how long to wait for each answer
   */
  SmtpMailTransport(SmtpSettings settings, String answerMillis) {
    this.settings = settings;
    try {
      from = new InternetAddress(settings.from(), true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("the sender is no mail address: " + settings.from(), e);
    }
    session = Session.getInstance(properties(settings, from, answerMillis));
  }

  @Override
  public boolean send(OutboxMessage mail) {
    Optional<InternetAddress> to = recipient(mail);
    if (to.isEmpty()) {
      return false;
    }
    try {
      MimeMessage message = compose(mail, to.get());
      handOver(message, to.get());
      return true;
    } catch (SendFailedException refusal) {
      if (forGood(refusal)) {
        return false;
      }
      throw new MailUnavailableException(words(refusal), refusal);
    } catch (MessagingException problem) {
      throw new MailUnavailableException(words(problem), problem);
    }
  }

  private MimeMessage compose(OutboxMessage mail, InternetAddress to) throws MessagingException {
    String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    MimeMessage message = new FixedIdMessage(session, "<" + mail.id() + "@" + domain + ">");
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, to);
    message.setSubject(CONTROL.matcher(mail.subject()).replaceAll(" "), UTF_8.name());
    message.setText(mail.body().revealText(), UTF_8.name());
    message.setSentDate(Date.from(mail.createdAt()));
    message.setContentLanguage(new String[] {mail.language().toLanguageTag()});
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence answers
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.saveChanges();
    return message;
  }

  private void handOver(MimeMessage message, InternetAddress to) throws MessagingException {
    boolean tls = settings.security() == SmtpSettings.Security.TLS;
    Transport transport = session.getTransport(tls ? "smtps" : "smtp");
    try {
      transport.connect(
          settings.host(),
          settings.port(),
          settings.login().map(SmtpSettings.Login::user).orElse(null),
          settings.login().map(login -> login.password().revealText()).orElse(null));
      transport.sendMessage(message, new Address[] {to});
    } finally {
      close(transport);
    }
  }

  /** The mail is accepted or not by now: a farewell that fails changes nothing. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.DEBUG, "the mail server did not say goodbye", e);
    }
  }

  private static Optional<InternetAddress> recipient(OutboxMessage mail) {
    try {
      return CONTROL.matcher(mail.recipient()).find()
          ? Optional.empty()
          : Optional.of(new InternetAddress(mail.recipient(), true));
    } catch (AddressException e) {
      return Optional.empty();
    }
  }

  /**
   * A 5xx answer to the sender, the recipient or the mail; a 4xx answer may be another one later.
   */
  private static boolean forGood(SendFailedException refusal) {
    Address @Nullable [] refused = refusal.getInvalidAddresses();
    boolean recipientRefused = refused != null && refused.length > 0;
    return recipientRefused || answersFiveHundred(refusal);
  }

  private static boolean answersFiveHundred(@Nullable Exception problem) {
    return problem instanceof SendFailedException refusal
        && (REFUSED_FOR_GOOD.matcher(String.valueOf(refusal.getMessage())).matches()
            || answersFiveHundred(refusal.getNextException()));
  }

  /** For the outbox, which people read: the kind of problem and the server's words, one line. */
  private static String words(MessagingException problem) {
    return CONTROL
        .matcher(problem.getClass().getSimpleName() + ": " + problem.getMessage())
        .replaceAll(" ");
  }

  private static Properties properties(
      SmtpSettings settings, InternetAddress from, String answerMillis) {
    String prefix = settings.security() == SmtpSettings.Security.TLS ? "mail.smtps." : "mail.smtp.";
    boolean startTls = settings.security() == SmtpSettings.Security.STARTTLS;
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
    properties.setProperty(prefix + "timeout", answerMillis);
    properties.setProperty(prefix + "writetimeout", answerMillis);
    properties.setProperty(prefix + "from", from.getAddress());
    properties.setProperty(prefix + "auth", String.valueOf(settings.login().isPresent()));
    properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
    properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    return properties;
  }

  /** Keeps the Message-ID that it is given. */
  private static final class FixedIdMessage extends MimeMessage {

    private final String id;

    FixedIdMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
