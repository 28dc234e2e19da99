package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sparekey.application.Step;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Plain mails: what happened, when, from where, what to do if it was not you, and how to see in the
 * portal that the mail is true (attacks row 37). A mail to nobody is written just the same and
 * thrown away (row 16).
 */
@Step
public class BundledNotices implements Notices {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} '()+_-]+");
  private static final Pattern NO_ADDRESS = Pattern.compile("[^0-9A-Fa-f.:]+");
  private static final int LONGEST_WORD = 60;
  private static final int MIDDLE_OF_CODE = IssuedCode.DIGITS / 2;
  private static final String NOBODY = "nobody@example.invalid";

  private final ContactPointRepository contacts;
  private final Outbox outbox;
  private final SiteSettings site;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public BundledNotices(
      ContactPointRepository contacts,
      Outbox outbox,
      SiteSettings site,
      IdSource ids,
      InstantSource clock) {
    this.contacts = contacts;
    this.outbox = outbox;
    this.site = site;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void tellOwner(Account owner, NoticeKind kind, Map<String, String> words, Origin origin) {
    tell(owner, kind, words, origin, ContactPoint::hearsNotices, to -> Optional.empty());
  }

  @Override
  public void tellOwnerWithLink(
      Account owner,
      NoticeKind kind,
      Map<String, String> words,
      Origin origin,
      Function<? super ContactPoint, URI> link) {
    tell(owner, kind, words, origin, ContactPoint::hearsNotices, to -> Optional.of(link.apply(to)));
  }

  @Override
  public void remindOwner(Account owner, NoticeKind kind, URI link) {
    tell(
        owner,
        kind,
        Map.of(),
        Origin.internal(),
        (to, now) -> to.active(),
        to -> Optional.of(link));
  }

  private void tell(
      Account owner,
      NoticeKind kind,
      Map<String, String> words,
      Origin origin,
      BiPredicate<ContactPoint, Instant> hears,
      Function<ContactPoint, Optional<URI>> link) {
    Instant now = Moments.storable(clock.instant());
    Locale language = owner.language();
    List<ContactPoint> hearing =
        contacts.ofAccount(owner.id()).stream()
            .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
            .filter(contact -> hears.test(contact, now))
            .toList();
    for (ContactPoint to : hearing) {
      Map<String, String> all = common(language, now);
      words.forEach((name, value) -> all.put(name, word(language, name, value)));
      all.put("name", safe(owner.displayName()));
      all.put("account", owner.signInName().value());
      Optional<URI> target = link.apply(to);
      target.ifPresent(uri -> all.put("link", uri.toString()));
      String key = "notice." + kind.code();
      String body =
          paragraphs(
              text(language, "mail.greeting", all),
              text(language, key + ".text", all),
              text(language, "mail.account", all)
                  + "\n"
                  + text(language, "mail.when", all)
                  + from(language, origin, all),
              text(language, key + ".advice", all),
              target.map(uri -> text(language, key + ".link", all)).orElse(""),
              text(language, "mail.check", all),
              text(language, "mail.signature", all));
      outbox.add(
          message(
              kind.code(),
              Optional.of(owner.id()),
              to.value(),
              language,
              text(language, key + ".subject", all),
              body,
              now,
              Optional.empty()));
    }
  }

  @Override
  public void sendCode(
      Account owner,
      ContactPoint to,
      CodePurpose purpose,
      Secret code,
      Instant expiresAt,
      Origin origin) {
    outbox.add(
        codeMail(
            Optional.of(owner.id()),
            owner.displayName(),
            owner.signInName().value(),
            to.value(),
            owner.language(),
            purpose,
            code,
            expiresAt,
            origin));
  }

  @Override
  public void sendDecoyCode(
      Locale language, CodePurpose purpose, Secret code, Instant expiresAt, Origin origin) {
    outbox.addDecoy(
        codeMail(Optional.empty(), "", NOBODY, NOBODY, language, purpose, code, expiresAt, origin));
  }

  private OutboxMessage codeMail(
      Optional<AccountId> account,
      String name,
      String signInName,
      String recipient,
      Locale language,
      CodePurpose purpose,
      Secret code,
      Instant expiresAt,
      Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Map<String, String> all = common(language, now);
    String digits = code.revealText();
    all.put("name", safe(name));
    all.put("account", signInName);
    all.put("code", digits.substring(0, MIDDLE_OF_CODE) + " " + digits.substring(MIDDLE_OF_CODE));
    all.put("until", moment(language, expiresAt));
    String key = "code." + purpose.code();
    String body =
        paragraphs(
            text(language, "mail.greeting", all),
            text(language, key + ".text", all),
            "    " + all.get("code"),
            text(language, "code.rules", all),
            text(language, "mail.account", all)
                + "\n"
                + text(language, "mail.when", all)
                + from(language, origin, all),
            text(language, key + ".advice", all),
            text(language, "mail.signature", all));
    return message(
        purpose.code() + "-code",
        account,
        recipient,
        language,
        text(language, key + ".subject", all),
        body,
        now,
        Optional.of(expiresAt));
  }

  private OutboxMessage message(
      String kind,
      Optional<AccountId> account,
      String recipient,
      Locale language,
      String subject,
      String body,
      Instant now,
      Optional<Instant> expiresAt) {
    return new OutboxMessage(
        new MessageId(ids.next()),
        OutboxMessage.Channel.MAIL,
        kind,
        account,
        recipient,
        language,
        subject.replaceAll("\\p{Cntrl}+", " "),
        Secret.ofText(body),
        now,
        expiresAt,
        0);
  }

  private Map<String, String> common(Locale language, Instant now) {
    Map<String, String> all = new HashMap<>();
    all.put("site", site.siteName());
    all.put("base", site.baseUrl().toString());
    all.put("when", moment(language, now));
    return all;
  }

  private static String from(Locale language, Origin origin, Map<String, String> all) {
    if (origin.equals(Origin.internal())) {
      return "";
    }
    all.put("address", origin.sourceAddress());
    all.put(
        "browser",
        BrowserName.of(origin.userAgent())
            .orElseGet(() -> text(language, "mail.unknown-browser", Map.of())));
    return "\n" + text(language, "mail.from", all);
  }

  /** A moment is given in the language; any other word but an IP address is made harmless. */
  static String word(Locale language, String name, String value) {
    return switch (name) {
      case "until" -> moment(language, Instant.parse(value));
      case "asked-from" -> NO_ADDRESS.matcher(value).replaceAll("");
      default -> safe(value);
    };
  }

  /** Names may be a stranger's: no address, no line break, nothing that a mail program links. */
  static String safe(String value) {
    String plain = UNSAFE.matcher(value).replaceAll(" ").strip();
    return plain.length() <= LONGEST_WORD ? plain : plain.substring(0, LONGEST_WORD);
  }

  private static String moment(Locale language, Instant instant) {
    ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language).format(time)
        + ", "
        + TIME.format(time)
        + " UTC";
  }

  private static String text(Locale language, String key, Map<String, String> words) {
    return NoticeTexts.text(language, key, words);
  }

  /** The parts that are not empty, with a line between them. */
  static String paragraphs(String... parts) {
    return String.join("\n\n", List.of(parts).stream().filter(part -> !part.isEmpty()).toList())
        + "\n";
  }
}
