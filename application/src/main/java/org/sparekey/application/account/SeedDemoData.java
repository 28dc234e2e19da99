package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.AddHandsetKey;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.Totp;
import org.sparekey.application.signin.TotpSeeds;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Secret;

/**
 * Two organisations and eight people for the developer profile. The keys of their apps are random,
 * and lie in the virtual handset; {@code demo/sign-ins.txt} says who they are.
 */
@UseCase
public class SeedDemoData {

  /** The password of everybody in the demo data; see {@code demo/sign-ins.txt}. */
  static final String PASSWORD = "otter-juggles-nine-lanterns";

  /** Demo accounts are not new: what is new counts as a risk in a recovery. */
  private static final Duration AGE = Duration.ofDays(90);

  private static final Duration A_DAY = Duration.ofDays(1);

  private static final DeviceName PHONE = new DeviceName("Handset");

  private final AccountRepository accounts;
  private final OrganisationRepository organisations;
  private final PolicyRepository policies;
  private final FactorRepository factors;
  private final CreateAccount create;
  private final AddHandsetKey handset;
  private final PasswordHasher hasher;
  private final TotpSeeds seeds;
  private final Totp totp;
  private final SiteSettings site;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public SeedDemoData(
      AccountRepository accounts,
      OrganisationRepository organisations,
      PolicyRepository policies,
      FactorRepository factors,
      CreateAccount create,
      AddHandsetKey handset,
      PasswordHasher hasher,
      TotpSeeds seeds,
      Totp totp,
      SiteSettings site,
      IdSource ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.policies = policies;
    this.factors = factors;
    this.create = create;
    this.handset = handset;
    this.hasher = hasher;
    this.seeds = seeds;
    this.totp = totp;
    this.site = site;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Does nothing when there is any account, and never in production.
   *
   * @param hold how long the demo policy lets its owners wait, short enough to see it pass
   */
  public void seed(Duration hold) {
    if (!site.developer() || accounts.any()) {
      return;
    }
    Instant now = Moments.storable(clock.instant());
    String standard = publish(shortened(ShippedPolicies.standard(), hold), now);
    String staff = publish(shortened(ShippedPolicies.staff(), hold), now);
    Organisation acme = organisation("Acme", "quick", staff);
    Organisation borealis = organisation("Borealis", standard, staff);
    String hash = hasher.hash(Secret.ofText(PASSWORD));
    Instant since = now.minus(AGE);
    create.create(
        person(
            acme,
            "ada",
            "Ada Lovelace",
            Set.of(),
            hash,
            since,
            mail("ada@acme.example"),
            mail("ada@home.example"),
            new NewAccount.Contact(ContactPoint.Kind.PHONE, "+4930901820")));
    List<NewAccount> withApp = new ArrayList<>();
    withApp.add(
        person(acme, "alan", "Alan Turing", Set.of(), hash, since, mail("alan@acme.example")));
    withApp.add(
        person(
            borealis,
            "bella",
            "Bella Abzug",
            Set.of(),
            hash,
            since,
            mail("bella@borealis.example")));
    withApp.add(
        person(
            borealis,
            "brook",
            "Brook Taylor",
            Set.of(),
            hash,
            since,
            mail("brook@borealis.example")));
    withApp.add(
        person(
            acme,
            "sofia",
            "Sofia Kovalevskaya",
            Set.of(StaffRole.SUPPORT),
            hash,
            since,
            mail("sofia@acme.example")));
    withApp.add(
        person(
            acme,
            "selma",
            "Selma Lagerlöf",
            Set.of(StaffRole.SUPPORT),
            hash,
            since,
            mail("selma@acme.example")));
    withApp.add(
        person(
            acme,
            "carl",
            "Carl Friedrich Gauss",
            Set.of(StaffRole.COMPLIANCE),
            hash,
            since,
            mail("carl@acme.example")));
    withApp.add(
        person(
            acme,
            "emmy",
            "Emmy Noether",
            Set.of(StaffRole.ADMINISTRATOR),
            hash,
            since,
            mail("emmy@acme.example")));
    withApp.forEach(wanted -> bind(create.create(wanted), since));
  }

  /** The key of the policy, which is there afterwards. */
  private String publish(RecoveryPolicy policy, Instant now) {
    if (policies.find(policy.version()).isEmpty()) {
      policies.publish(policy, now);
    }
    return policy.version().key();
  }

  /** The policy's paths, with holds that can be waited for: what is a day is {@code hold}. */
  private static RecoveryPolicy shortened(RecoveryPolicy shipped, Duration hold) {
    return new RecoveryPolicy(
        new PolicyVersion("demo-" + shipped.version().key(), 1),
        shipped.name() + ", with a short hold",
        shipped.paths().stream()
            .map(
                path ->
                    new RecoveryPath(
                        path.evidence(), shortened(path.holds(), hold), path.approvals()))
            .toList(),
        coolingOffFor(hold, shipped.rules()));
  }

  /** New contacts wait as long as a recovery does. */
  private static PolicyRules coolingOffFor(Duration hold, PolicyRules rules) {
    return new PolicyRules(
        rules.probation(),
        hold,
        rules.wrongProofs(),
        rules.revokes(),
        rules.survivors(),
        rules.rememberedBrowsers(),
        rules.contacts(),
        rules.vetoes(),
        rules.leastFactors());
  }

  private static Holds shortened(Holds shipped, Duration day) {
    Duration low = shipped.low().compareTo(A_DAY) < 0 ? part(shipped.low(), day) : day;
    return new Holds(low, day, day);
  }

  private static Duration part(Duration hold, Duration day) {
    return Duration.ofSeconds(day.toSeconds() * hold.toMinutes() / A_DAY.toMinutes());
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

  private static NewAccount person(
      Organisation organisation,
      String name,
      String displayName,
      Set<StaffRole> roles,
      String hash,
      Instant since,
      NewAccount.Contact... contacts) {
    String domain = organisation.name().toLowerCase(Locale.ROOT) + ".example";
    return new NewAccount(
        organisation.id(),
        SignInName.parse(name + "@" + domain).orElseThrow(),
        displayName,
        Locale.ENGLISH,
        roles,
        hash,
        List.of(contacts),
        since);
  }

  private static NewAccount.Contact mail(String address) {
    return new NewAccount.Contact(ContactPoint.Kind.EMAIL, address);
  }

  /** Binds an app whose key lies in the virtual handset. */
  private void bind(Account account, Instant since) {
    FactorId id = new FactorId(ids.next());
    Secret seed = totp.newSeed();
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(id, account.id(), FactorKind.TOTP, PHONE, since),
            "demo",
            since.plus(Duration.ofMinutes(10)));
    factors.add(pending);
    factors.keepSeed(id, seeds.seal(id, seed));
    factors.save(pending.confirm(PHONE, since));
    handset.add(account.signInName().value(), totp.keyText(seed).replace(" ", ""));
  }
}
