package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Secret;

/** Many people for a benchmark: {@code person-00001@crowd.example} and on, without factors. */
@UseCase
public class SeedCrowd {

  private static final String PASSWORD = "violet harbour lantern 42";
  private static final Duration AGE = Duration.ofDays(90);

  private final AccountRepository accounts;
  private final OrganisationRepository organisations;
  private final CreateAccount create;
  private final PasswordHasher hasher;
  private final SiteSettings site;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public SeedCrowd(
      AccountRepository accounts,
      OrganisationRepository organisations,
      CreateAccount create,
      PasswordHasher hasher,
      SiteSettings site,
      IdSource ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.create = create;
    this.hasher = hasher;
    this.site = site;
    this.ids = ids;
    this.clock = clock;
  }

  /** Does nothing in production, or when the crowd is there. */
  public void seed(int size) {
    if (!site.developer() || size < 1 || accounts.findBySignInName(name(1)).isPresent()) {
      return;
    }
    Organisation crowd =
        new Organisation(
            new OrganisationId(ids.next()),
            "Crowd",
            "quick",
            "standard",
            PasswordResetRule.MAILBOX_AND_FACTOR);
    organisations.add(crowd);
    String hash = hasher.hash(Secret.ofText(PASSWORD));
    Instant since = Moments.storable(clock.instant()).minus(AGE);
    for (int number = 1; number <= size; number++) {
      SignInName name = name(number);
      create.create(
          new NewAccount(
              crowd.id(),
              name,
              "Person " + number,
              Locale.ENGLISH,
              Set.of(),
              hash,
              List.of(new NewAccount.Contact(ContactPoint.Kind.EMAIL, name.value())),
              since));
    }
  }

  private static SignInName name(int number) {
    return SignInName.parse(String.format(Locale.ROOT, "person-%05d@crowd.example", number))
        .orElseThrow();
  }
}
