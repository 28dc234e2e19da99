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
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Secret;

/**
 * Many people for a benchmark: {@code person-00001@crowd.example} and on, without factors. In a
 * test beside them a few, and a few of the staff, under each shipped policy that lets its owners
 * wait: {@code person-00001@strict.example}, {@code agent-1@strict.example}.
 */
@UseCase
public class SeedCrowd {

  private static final String PASSWORD = "violet harbour lantern 42";
  private static final List<String> SLOWER = List.of("standard", "strict");
  private static final int FEW = 8;
  private static final Set<StaffRole> AGENTS = Set.of(StaffRole.SUPPORT);
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

  /**
   * Does nothing in production, or when the crowd is there.
   *
   * @param slower whether the few under slower policies come along
   */
  public void seed(int size, boolean slower) {
    if (!site.developer()
        || size < 1
        || accounts.findBySignInName(name("person-%05d@crowd.example", 1)).isPresent()) {
      return;
    }
    String hash = hasher.hash(Secret.ofText(PASSWORD));
    Instant since = Moments.storable(clock.instant()).minus(AGE);
    Organisation crowd = organisation("Crowd", "quick", "standard");
    people(crowd, "person-%05d@crowd.example", size, Set.of(), hash, since);
    for (String policy : slower ? SLOWER : List.<String>of()) {
      Organisation few = organisation("Crowd under " + policy, policy, "staff");
      people(few, "person-%05d@" + policy + ".example", FEW, Set.of(), hash, since);
      people(few, "agent-%d@" + policy + ".example", FEW, AGENTS, hash, since);
    }
  }

  private Organisation organisation(String name, String ownerPolicy, String staffPolicy) {
    Organisation organisation =
        new Organisation(
            new OrganisationId(ids.next()),
            name,
            ownerPolicy,
            staffPolicy,
            PasswordResetRule.MAILBOX_AND_FACTOR);
    organisations.add(organisation);
    return organisation;
  }

  private void people(
      Organisation organisation,
      String names,
      int size,
      Set<StaffRole> roles,
      String hash,
      Instant since) {
    for (int number = 1; number <= size; number++) {
      SignInName name = name(names, number);
      create.create(
          new NewAccount(
              organisation.id(),
              name,
              (roles.isEmpty() ? "Person " : "Agent ") + number,
              Locale.ENGLISH,
              roles,
              hash,
              List.of(new NewAccount.Contact(ContactPoint.Kind.EMAIL, name.value())),
              since));
    }
  }

  private static SignInName name(String names, int number) {
    return SignInName.parse(String.format(Locale.ROOT, names, number)).orElseThrow();
  }
}
