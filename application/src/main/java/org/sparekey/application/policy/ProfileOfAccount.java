package org.sparekey.application.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.analysis.AccountProfile;
import org.sparekey.domain.policy.analysis.ProfileBuilder;
import org.sparekey.domain.shared.ContactPointId;

/** Says of one account what it can prove at this moment, and by which channels. */
@Dependent
class ProfileOfAccount {

  private final FactorRepository factors;
  private final ContactPointRepository contacts;
  private final PasswordRepository passwords;
  private final RecoveryCodeRepository codes;
  private final KnownBrowserRepository browsers;
  private final OrganisationRepository organisations;
  private final InstantSource clock;

  @Inject
  ProfileOfAccount(
      FactorRepository factors,
      ContactPointRepository contacts,
      PasswordRepository passwords,
      RecoveryCodeRepository codes,
      KnownBrowserRepository browsers,
      OrganisationRepository organisations,
      InstantSource clock) {
    this.factors = factors;
    this.contacts = contacts;
    this.passwords = passwords;
    this.codes = codes;
    this.browsers = browsers;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The profile; devices by the names that the owner gave them. */
  AccountProfile of(Account account) {
    Instant now = clock.instant();
    ProfileBuilder profile = new ProfileBuilder();
    organisations
        .find(account.organisation())
        .map(Organisation::passwordReset)
        .ifPresent(profile::passwordResetBy);
    passwords
        .find(account.id())
        .ifPresent(
            (StoredPassword password) -> {
              profile.password();
              password
                  .resetLatelyThrough(now)
                  .map(ContactPointId::toString)
                  .ifPresent(profile::passwordResetThrough);
            });
    factors.ofAccount(account.id()).stream()
        .filter(factor -> factor.status() == FactorStatus.ACTIVE)
        .map(factor -> factor.details())
        .forEach(details -> ShapedAccounts.add(profile, details.kind(), details.device().value()));
    contacts.ofAccount(account.id()).stream()
        .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL && contact.active())
        .forEach(contact -> address(profile, contact, now));
    codes
        .inForce(account.id())
        .filter(sheet -> sheet.left() > 0)
        .ifPresent(sheet -> profile.recoveryCodes());
    browsers
        .ofAccount(account.id())
        .forEach(browser -> profile.knownBrowser(browser.id().toString()));
    return profile.build();
  }

  private static void address(ProfileBuilder profile, ContactPoint contact, Instant now) {
    String id = contact.id().toString();
    if (contact.usableForRecovery(now)) {
      profile.mailbox(id);
    } else {
      profile.noticesTo(Channel.mailbox(id));
    }
  }
}
