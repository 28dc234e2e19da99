package org.sparekey.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.recoverycontact.PersonName;
import org.sparekey.domain.recoverycontact.RecoveryContactDetails;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

class NoticesSpeakEveryLanguageTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z-]+}");
  private static final Origin ORIGIN =
      new Origin("203.0.113.7", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0", Optional.empty());

  private final Memory memory = new Memory();
  private final Instant now = memory.clock.instant();
  private final Notices notices =
      new BundledNotices(
          memory.contactPoints, memory.outbox, memory.settings, memory.ids, memory.clock);

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr"})
  void everyTextIsThereWithTheSamePlaceholders(String language) {
    Properties english = bundle("");
    Properties other = bundle("_" + language);

    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(other.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @Test
  void noTextIsLeftOver() {
    Set<String> wanted = new TreeSet<>();
    for (NoticeKind kind : NoticeKind.values()) {
      List.of("subject", "text", "advice")
          .forEach(part -> wanted.add("notice." + kind.code() + "." + part));
    }
    for (CodePurpose purpose : CodePurpose.values()) {
      List.of("subject", "text", "advice")
          .forEach(part -> wanted.add("code." + purpose.code() + "." + part));
    }
    for (ContactMailKind kind : ContactMailKind.values()) {
      List.of("subject", "text", "advice")
          .forEach(part -> wanted.add("contact-mail." + kind.code() + "." + part));
    }
    wanted.addAll(Set.of("contact-mail.greeting", "contact-mail.check"));
    Set<String> there =
        bundle("").stringPropertyNames().stream()
            .filter(
                key ->
                    key.startsWith("notice.")
                        || key.startsWith("code.")
                        || key.startsWith("contact-mail."))
            .filter(key -> !key.endsWith(".link") && !key.equals("code.rules"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(there).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr", "tlh"})
  void everyMailIsCompleteAndSaysWhatToDo(String language) {
    Account owner = owner(Locale.forLanguageTag(language));
    for (NoticeKind kind : NoticeKind.values()) {
      notices.tellOwner(
          owner,
          kind,
          Map.of(
              "device", "Pixel 8",
              "until", "2026-11-24T09:00:00Z",
              "asked-from", "2001:db8::1",
              "batch", "2",
              "number", "7",
              "left", "9",
              "policy", "Standard (3)",
              "who", "Grace",
              "person", "Grace"),
          ORIGIN);
    }
    for (CodePurpose purpose : CodePurpose.values()) {
      notices.sendCode(
          owner,
          memory.contactPoints.ofAccount(owner.id()).get(0),
          purpose,
          Secret.ofText("12345678"),
          now.plus(Duration.ofHours(1)),
          ORIGIN);
    }

    assertThat(memory.outbox.messages())
        .hasSize(NoticeKind.values().length + CodePurpose.values().length)
        .allSatisfy(
            mail -> {
              String text = mail.subject() + "\n" + mail.body().revealText();
              assertThat(PLACEHOLDER.matcher(text).results().toList()).isEmpty();
              assertThat(mail.subject()).doesNotContain("\n").isNotBlank();
              assertThat(text).contains("203.0.113.7", "Firefox, Windows", "09:00 UTC");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr", "tlh"})
  void aRecoveryContactLearnsOneNameAndNothingOfTheAccount(String language) {
    Account owner = owner(Locale.forLanguageTag(language));
    ContactMails mails = new ContactMails(memory.outbox, memory.settings, memory.ids, memory.clock);
    for (ContactMailKind kind : ContactMailKind.values()) {
      mails.send(
          new RecoveryContactDetails(
              new RecoveryContactId(memory.ids.next()),
              owner.id(),
              new PersonName("Grace"),
              "grace@example.net",
              new PersonName("Countess{base}"),
              owner.language(),
              "hash",
              now),
          kind,
          Map.of("until", "2026-11-24T09:00:00Z"),
          kind == ContactMailKind.INVITATION || kind == ContactMailKind.ASKED
              ? Optional.of(URI.create("https://keys.example.org/contact?token=t"))
              : Optional.empty());
    }

    assertThat(memory.outbox.messages())
        .hasSize(ContactMailKind.values().length)
        .allSatisfy(
            mail -> {
              String text = mail.subject() + "\n" + mail.body().revealText();
              assertThat(PLACEHOLDER.matcher(text).results().toList()).isEmpty();
              assertThat(text)
                  .contains("Grace", "Countess base")
                  .doesNotContain("ada@example.org")
                  .doesNotContainPattern("\\bAda\\b");
              assertThat(mail.recipient()).isEqualTo("grace@example.net");
            });
  }

  @Test
  void aLinkStandsInTheMailThatHasOneAndIsAnotherForEachAddress() {
    Account owner = owner(Locale.ENGLISH);
    mailbox(owner, "second@example.org");
    notices.tellOwnerWithLink(
        owner,
        NoticeKind.RECOVERY_READY,
        Map.of(),
        ORIGIN,
        to -> URI.create("https://keys.example.org/veto?t=" + to.value().charAt(0)));

    assertThat(memory.outbox.messages())
        .extracting(mail -> mail.body().revealText())
        .satisfiesExactlyInAnyOrder(
            body -> assertThat(body).contains("/veto?t=a"),
            body -> assertThat(body).contains("/veto?t=s"));
  }

  @Test
  void namesThatStrangersChoseCarryNothing() {
    Account owner = owner(Locale.ENGLISH);
    notices.tellOwner(
        owner,
        NoticeKind.FACTOR_BOUND,
        Map.of("device", "http://evil.example/\r\n{base} call"),
        ORIGIN);

    OutboxMessage mail = memory.outbox.messages().get(0);
    assertThat(mail.body().revealText()).doesNotContain("http://evil", "evil.example", "{base}");
  }

  private Account owner(Locale language) {
    Account owner =
        new Account(
            new AccountId(memory.ids.next()),
            new OrganisationId(memory.ids.next()),
            new SignInName("ada@example.org"),
            "Ada",
            language,
            Set.of(),
            now,
            Optional.empty());
    mailbox(owner, "ada@example.org");
    return owner;
  }

  private void mailbox(Account owner, String address) {
    memory.contactPoints.add(
        new ContactPoint(
            new ContactPointId(memory.ids.next()),
            owner.id(),
            ContactPoint.Kind.EMAIL,
            address,
            now,
            Optional.of(now),
            Optional.of(now),
            Optional.empty()));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String suffix) {
    Properties texts = new Properties();
    try (InputStream in =
        NoticesSpeakEveryLanguageTest.class.getResourceAsStream(
            "Notices" + suffix + ".properties")) {
      if (in == null) {
        throw new AssertionError("no bundle " + suffix);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
