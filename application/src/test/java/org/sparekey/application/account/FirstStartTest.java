package org.sparekey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparekey.application.adapter.password.LibraryPasswordQuality;
import org.sparekey.application.memory.SiteSettingsForTests;
import org.sparekey.application.policy.PublishShippedPolicies;
import org.sparekey.application.port.Handset;
import org.sparekey.application.signin.Wiring;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.policy.PolicyCheck;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.Secret;

/** An empty database: demo data for a developer, one administrator in production. */
class FirstStartTest {

  private static final Duration HOLD = Duration.ofMinutes(2);

  private static final FirstAdministrator ROSA =
      new FirstAdministrator(
          "Acme",
          "Rosa",
          "Rosa Parks",
          "rosa@acme.example",
          Secret.ofText("nine clay pigeons yodel"));

  private final Wiring site = new Wiring();
  private final HandsetInMemory handset = new HandsetInMemory();

  @Test
  void aDeveloperFindsPeopleToSignInAs() {
    developer().get(SeedDemoData.class).seed(HOLD);

    assertThat(site.memory.organisations.all()).extracting("name").contains("Acme", "Borealis");
    Account ada = account("ada@acme.example");
    assertThat(site.memory.factors.ofAccount(ada.id())).isEmpty();
    assertThat(site.memory.contactPoints.ofAccount(ada.id()))
        .hasSize(3)
        .allMatch(ContactPoint::active)
        .allMatch(contact -> contact.usableForRecovery(site.memory.clock.instant()));
    assertThat(account("sofia@acme.example").roles()).containsExactly(StaffRole.SUPPORT);
    assertThat(account("carl@acme.example").roles()).containsExactly(StaffRole.COMPLIANCE);
    assertThat(account("emmy@acme.example").roles()).containsExactly(StaffRole.ADMINISTRATOR);
    assertThat(handset.keys()).hasSize(7);
    assertThat(handset.keys()).extracting(key -> key.seed().revealText()).doesNotHaveDuplicates();
  }

  @Test
  void theDemoPolicyIsStandardWithAShortHold() {
    developer().get(SeedDemoData.class).seed(HOLD);

    RecoveryPolicy demo = site.memory.policies.latest("demo-standard").orElseThrow();
    assertThat(demo.paths())
        .hasSameSizeAs(ShippedPolicies.standard().paths())
        .allMatch(path -> path.holds().low().compareTo(HOLD) <= 0)
        .allMatch(path -> path.holds().elevated().equals(HOLD))
        .anyMatch(path -> path.holds().low().equals(HOLD));
    assertThat(PolicyCheck.faults(demo)).isEmpty();
  }

  @Test
  void aSecondStartAddsNothing() {
    developer().get(SeedDemoData.class).seed(HOLD);
    site.get(SeedDemoData.class).seed(HOLD);
    site.get(SeedCrowd.class).seed(3, true);
    site.get(SeedCrowd.class).seed(3, true);

    assertThat(site.memory.organisations.all()).hasSize(5);
    assertThat(handset.keys()).hasSize(7);
    assertThat(account("person-00003@crowd.example").isStaff()).isFalse();
    assertThat(account("agent-1@strict.example").isStaff()).isTrue();
  }

  @Test
  void productionHasNoDemoData() {
    site.put(handset);

    site.get(SeedDemoData.class).seed(HOLD);
    site.get(SeedCrowd.class).seed(3, true);

    assertThat(site.memory.accounts.any()).isFalse();
    assertThat(site.memory.organisations.all()).isEmpty();
  }

  @Test
  void theDemoPasswordIsGoodAndIsTheOneThatIsPrinted() throws IOException {
    assertThat(
            new LibraryPasswordQuality()
                .weakness(Secret.ofText(SeedDemoData.PASSWORD), List.of("Acme", "Sparekey")))
        .isEmpty();
    try (InputStream list =
        Objects.requireNonNull(
            SeedDemoData.class.getResourceAsStream(
                "/org/sparekey/application/demo/sign-ins.txt"))) {
      developer().get(SeedDemoData.class).seed(HOLD);
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(SeedDemoData.PASSWORD);
      for (String word : Pattern.compile("\\s+").splitAsStream(text).toList()) {
        if (word.contains("@")) {
          assertThat(site.memory.accounts.findBySignInName(SignInName.parse(word).orElseThrow()))
              .as(word)
              .isPresent();
        }
      }
    }
  }

  @Test
  void productionBeginsWithOneAdministratorWhoHasNoFactorYet() {
    assertThat(site.get(BootstrapAdministrator.class).bootstrap(ROSA)).isEmpty();

    Account rosa = account("rosa");
    assertThat(rosa.roles()).isEqualTo(Set.of(StaffRole.ADMINISTRATOR));
    assertThat(site.memory.factors.ofAccount(rosa.id())).isEmpty();
    assertThat(site.get(BootstrapAdministrator.class).bootstrap(ROSA)).isEmpty();
    assertThat(site.memory.organisations.all()).hasSize(1);
  }

  @Test
  void aWeakOrMissingFirstPasswordIsRefused() {
    BootstrapAdministrator bootstrap = site.get(BootstrapAdministrator.class);

    for (String password : List.of("", "admin", "password1234")) {
      assertThat(
              bootstrap.bootstrap(
                  new FirstAdministrator(
                      "Acme", "rosa", "Rosa", "rosa@acme.example", Secret.ofText(password))))
          .isPresent();
    }
    assertThat(
            bootstrap.bootstrap(
                new FirstAdministrator("Acme", "rosa", "Rosa", "no address", ROSA.password())))
        .isPresent();
    assertThat(site.memory.accounts.any()).isFalse();
  }

  @Test
  void theShippedPoliciesArePublishedOnce() {
    site.get(PublishShippedPolicies.class).publish();
    site.get(PublishShippedPolicies.class).publish();

    assertThat(site.memory.policies.latest())
        .extracting(policy -> policy.version().key())
        .contains("quick", "standard");
  }

  private Wiring developer() {
    SiteSettingsForTests usual = new SiteSettingsForTests();
    site.put(
        new SiteSettingsForTests(
            URI.create("http://localhost:8080/"),
            usual.siteName(),
            true,
            usual.ownerLimits(),
            usual.staffLimits(),
            usual.contactCoolOff(),
            usual.mailedCodeValidity(),
            usual.reminderEvery()));
    site.put(handset);
    return site;
  }

  private Account account(String name) {
    return site.memory
        .accounts
        .findBySignInName(SignInName.parse(name).orElseThrow())
        .orElseThrow();
  }

  /** The handset, as far as the demo data need it. */
  private static final class HandsetInMemory implements Handset {

    private final List<Key> keys = new ArrayList<>();

    @Override
    public void receive(Mail mail) {
      throw new UnsupportedOperationException("no mail is sent here");
    }

    @Override
    public List<Mail> mails(Optional<UUID> after, int limit) {
      return List.of();
    }

    @Override
    public void ring(Ring ring) {
      throw new UnsupportedOperationException("no phone rings here");
    }

    @Override
    public List<Ring> rings(int limit) {
      return List.of();
    }

    @Override
    public List<Key> keys() {
      return List.copyOf(keys);
    }

    @Override
    public void add(Key key) {
      keys.add(key);
    }

    @Override
    public void remove(UUID key) {
      keys.removeIf(other -> other.id().equals(key));
    }

    @Override
    public String code(Key key, Instant now) {
      return "";
    }
  }
}
