package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sparekey.application.PeopleWhoMayVouch;
import org.sparekey.application.Step;
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
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.AccountProfile;
import org.sparekey.domain.policy.analysis.ProfileBuilder;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;

/** Says of one account what it can prove at this moment, and by which channels. */
@Step
public class ProfileOfAccount {

  private final FactorRepository factors;
  private final ContactPointRepository contacts;
  private final PasswordRepository passwords;
  private final RecoveryCodeRepository codes;
  private final KnownBrowserRepository browsers;
  private final PeopleWhoMayVouch people;
  private final OrganisationRepository organisations;
  private final InstantSource clock;

  @Inject
  public ProfileOfAccount(
      FactorRepository factors,
      ContactPointRepository contacts,
      PasswordRepository passwords,
      RecoveryCodeRepository codes,
      KnownBrowserRepository browsers,
      PeopleWhoMayVouch people,
      OrganisationRepository organisations,
      InstantSource clock) {
    this.factors = factors;
    this.contacts = contacts;
    this.passwords = passwords;
    this.codes = codes;
    this.browsers = browsers;
    this.people = people;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The profile under a policy; devices by the names that the owner gave them. */
  AccountProfile of(Account account, RecoveryPolicy policy) {
    return builder(account, policy).build();
  }

  /** The same, before it is finished: to try what one thing more would change. */
  public ProfileBuilder builder(Account account, RecoveryPolicy policy) {
    Instant now = clock.instant();
    ProfileBuilder profile = new ProfileBuilder();
    organisations
        .find(account.organisation())
        .map(Organisation::passwordReset)
        .ifPresent(profile::passwordResetBy);
    passwords.find(account.id()).ifPresent(password -> password(profile, password, now));
    Map<String, String> devices = factors(account.id(), profile);
    contacts.ofAccount(account.id()).stream()
        .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL && contact.active())
        .forEach(
            contact -> {
              address(profile, contact, now);
              opening(contact).ifPresent(device -> opens(profile, contact, device, devices));
            });
    codes
        .inForce(account.id())
        .filter(sheet -> sheet.left() > 0)
        .ifPresent(sheet -> profile.recoveryCodes());
    browsers.ofAccount(account.id()).stream()
        .filter(browser -> browser.knownAt(now, policy.rules().rememberedBrowsers()))
        .forEach(browser -> profile.knownBrowser(browser.id().toString()));
    policy.rules().contacts().ifPresent(rule -> people(account.id(), profile, rule, now));
    return profile;
  }

  private static void password(ProfileBuilder profile, StoredPassword password, Instant now) {
    profile.password();
    password
        .resetLatelyThrough(now)
        .map(ContactPointId::toString)
        .ifPresent(profile::passwordResetThrough);
  }

  /** The names of devices by what their spellings have in common. */
  private Map<String, String> factors(AccountId account, ProfileBuilder profile) {
    Map<String, String> names = new HashMap<>();
    factors.ofAccount(account).stream()
        .filter(factor -> factor.status() == FactorStatus.ACTIVE)
        .map(Factor::details)
        .forEach(
            details -> ShapedAccounts.add(profile, details.kind(), name(details.device(), names)));
    return names;
  }

  private static String name(DeviceName device, Map<String, String> names) {
    names.putIfAbsent(device.folded(), device.value());
    return names.getOrDefault(device.folded(), device.value());
  }

  private Optional<DeviceName> opening(ContactPoint contact) {
    return contact
        .openedWith()
        .flatMap(factors::find)
        .filter(factor -> factor.details().account().equals(contact.account()))
        .map(factor -> factor.details().device());
  }

  /** Lost with the device, and read by whoever holds it. */
  private static void opens(
      ProfileBuilder profile,
      ContactPoint contact,
      DeviceName device,
      Map<String, String> devices) {
    Channel mailbox = Channel.mailbox(contact.id().toString());
    profile.opensWith(mailbox, Channel.device(name(device, devices)));
  }

  private void people(
      AccountId account, ProfileBuilder profile, PolicyRules.Contacts rule, Instant now) {
    profile.contacts(
        rule.needed(),
        people.of(account, now).stream()
            .limit(rule.of())
            .map(person -> person.id().toString())
            .collect(Collectors.toUnmodifiableSet()));
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
