package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.MailAddresses;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.PasswordQuality;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.OrganisationId;

/**
 * Makes the first organisation and its first administrator, once: the factor is bound at that
 * person's first sign-in.
 */
@UseCase
public class BootstrapAdministrator {

  private static final String POLICY = "standard";

  private final PolicyRepository policies;
  private final AccountRepository accounts;
  private final OrganisationRepository organisations;
  private final CreateAccount create;
  private final MailAddresses addresses;
  private final PasswordQuality quality;
  private final PasswordHasher hasher;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public BootstrapAdministrator(
      PolicyRepository policies,
      AccountRepository accounts,
      OrganisationRepository organisations,
      CreateAccount create,
      MailAddresses addresses,
      PasswordQuality quality,
      PasswordHasher hasher,
      IdSource ids,
      InstantSource clock) {
    this.policies = policies;
    this.accounts = accounts;
    this.organisations = organisations;
    this.create = create;
    this.addresses = addresses;
    this.quality = quality;
    this.hasher = hasher;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is wrong with the wish, as a sentence; empty when it was done or there are accounts. */
  public Optional<String> bootstrap(FirstAdministrator wanted) {
    policies.lock(ShippedPolicies.standard().version()); // of two nodes that start, one does it
    if (accounts.any()) {
      return Optional.empty();
    }
    Optional<SignInName> name = SignInName.parse(wanted.signInName());
    Optional<String> address = addresses.canonical(wanted.email());
    if (name.isEmpty()) {
      return Optional.of("sparekey.bootstrap.sign-in-name can be nobody's name.");
    }
    if (address.isEmpty()) {
      return Optional.of("sparekey.bootstrap.email is no mail address.");
    }
    Optional<String> weakness =
        quality
            .weakness(
                wanted.password(),
                List.of(wanted.organisation(), name.get().value(), wanted.displayName()))
            .map(weak -> weak.code());
    if (weakness.isPresent()) {
      return Optional.of(
          "The file of sparekey.bootstrap.password-file cannot be read, or its password is too weak ("
              + weakness.get()
              + ").");
    }
    Instant now = Moments.storable(clock.instant());
    Organisation organisation =
        new Organisation(
            new OrganisationId(ids.next()),
            wanted.organisation(),
            POLICY,
            POLICY,
            PasswordResetRule.MAILBOX_AND_FACTOR);
    organisations.add(organisation);
    create.create(
        new NewAccount(
            organisation.id(),
            name.get(),
            wanted.displayName(),
            Locale.ENGLISH,
            Set.of(StaffRole.ADMINISTRATOR),
            hasher.hash(wanted.password()),
            List.of(new NewAccount.Contact(ContactPoint.Kind.EMAIL, address.get())),
            now));
    return Optional.empty();
  }
}
