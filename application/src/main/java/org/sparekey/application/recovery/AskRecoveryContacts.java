package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.ContactMailKind;
import org.sparekey.application.delivery.ContactMails;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

/**
 * Asks the recovery contacts for help, by mail to each, and tells the owner at every address. Who
 * has vouched already is not asked again, nor who raised the alarm. People need time to meet: the
 * recovery then lasts a day longer (NIST SP 800-63B-4 §4.2.1.3).
 */
@UseCase
public class AskRecoveryContacts {

  /** The page that the link opens; its query is {@code token}. */
  static final String PAGE = "/vouch";

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final Vouchers vouchers;
  private final RecoveryRepository recoveries;
  private final VouchingRepository vouchings;
  private final AccountRepository accounts;
  private final ContactMails mails;
  private final RecoveryNotices notices;
  private final RateLimits limits;
  private final ProofBudget budget;
  private final RandomSource random;
  private final Macs macs;
  private final SiteSettings site;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  AskRecoveryContacts(
      RecoveryByToken byToken,
      OpenStep openStep,
      Vouchers vouchers,
      RecoveryRepository recoveries,
      VouchingRepository vouchings,
      AccountRepository accounts,
      ContactMails mails,
      RecoveryNotices notices,
      RateLimits limits,
      ProofBudget budget,
      RandomSource random,
      Macs macs,
      SiteSettings site,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.vouchers = vouchers;
    this.recoveries = recoveries;
    this.vouchings = vouchings;
    this.accounts = accounts;
    this.mails = mails;
    this.notices = notices;
    this.limits = limits;
    this.budget = budget;
    this.random = random;
    this.macs = macs;
    this.site = site;
    this.record = record;
    this.clock = clock;
  }

  /** Refused before another proof, for too few people, and for too many mails. */
  public RecoveryAnswer ask(Secret recoveryToken, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lock(recoveryToken)
        .map(recovery -> ask(recovery, origin, now))
        .orElseGet(
            () ->
                record.refuseUnknown(AuditCode.RECOVERY_CONTACTS_ASKED, Actor.anonymous(), origin));
  }

  private RecoveryAnswer ask(Recovery recovery, Origin origin, Instant now) {
    Optional<RecoveryAnswer> closed =
        openStep.hearing(recovery, EvidenceKind.RECOVERY_CONTACTS, origin, now);
    if (closed.isPresent()) {
      return closed.get();
    }
    if (!Vouchers.otherProof(recovery)) {
      return refuse(recovery, RecoveryRefusal.CONTACTS_PROOF_FIRST, origin);
    }
    if (!budget.mayRequest(origin)) {
      return refuse(recovery, RecoveryRefusal.TOO_MANY_REQUESTS, origin);
    }
    Map<RecoveryContactId, Vouching> before =
        vouchings.ofRecovery(recovery.id()).stream()
            .collect(Collectors.toMap(Vouching::contact, Function.identity()));
    List<RecoveryContact> people =
        vouchers.usable(recovery.details(), now).stream()
            .filter(person -> !(before.get(person.id()) instanceof Vouching.Doubted))
            .toList();
    int needed = vouchers.rules(recovery.details()).map(PolicyRules.Contacts::needed).orElse(1);
    if (people.size() < needed) {
      return refuse(recovery, RecoveryRefusal.CONTACTS_TOO_FEW, origin);
    }
    if (!limits.trySpend(RateLimit.CONTACTS_ASKED_BY_ACCOUNT, budgetOf(recovery))) {
      return refuse(recovery, RecoveryRefusal.CONTACTS_ASKED_OFTEN, origin);
    }
    return ask((Recovery.Hearing) recovery, people, before, origin, now);
  }

  private RecoveryAnswer ask(
      Recovery.Hearing recovery,
      List<RecoveryContact> people,
      Map<RecoveryContactId, Vouching> before,
      Origin origin,
      Instant now) {
    Recovery.Hearing longer = longer(recovery);
    recoveries.save(longer);
    List<RecoveryContact> asked =
        people.stream()
            .filter(person -> !(before.get(person.id()) instanceof Vouching.Counted))
            .toList();
    asked.forEach(
        person -> mail(longer, person, Optional.ofNullable(before.get(person.id())), now));
    record.write(
        record
            .byBrowser(longer, AuditCode.RECOVERY_CONTACTS_ASKED, origin)
            .with("contacts " + asked.size()));
    longer
        .details()
        .account()
        .flatMap(accounts::find)
        .ifPresent(
            owner ->
                notices.tellWithVeto(
                    owner, longer.id(), NoticeKind.RECOVERY_CONTACTS_ASKED, Map.of(), origin));
    return new RecoveryAnswer.Done(longer.status());
  }

  private void mail(
      Recovery recovery, RecoveryContact person, Optional<Vouching> before, Instant now) {
    Secret token = random.token();
    String hash = macs.fingerprint(token);
    vouchings.put(
        before
            .filter(Vouching.Open.class::isInstance)
            .map(Vouching.Open.class::cast)
            .map(open -> open.askAgain(hash, now))
            .orElseGet(
                () ->
                    new Vouching.Asked(
                        new Vouching.Details(recovery.id(), person.id(), hash, now))));
    String base = site.baseUrl().toString().replaceAll("/+$", "");
    mails.send(
        person.details(),
        ContactMailKind.ASKED,
        Map.of("until", recovery.details().expiresAt().toString()),
        Optional.of(URI.create(base + PAGE + "?token=" + token.revealText())));
  }

  /** From its beginning on, so that asking again gains no time. */
  private static Recovery.Hearing longer(Recovery.Hearing recovery) {
    RecoveryDetails details = recovery.details();
    Instant end = details.openedAt().plus(RecoveryDetails.TIME_TO_PROVE).plus(Vouching.EXTENSION);
    return details.expiresAt().isBefore(end) ? recovery.with(details.until(end)) : recovery;
  }

  private RecoveryAnswer refuse(Recovery recovery, RecoveryRefusal reason, Origin origin) {
    return record.refuse(recovery, AuditCode.RECOVERY_CONTACTS_ASKED, origin, reason);
  }

  /** Strangers who ask do not use up what the owner's everyday browser may. */
  private static String budgetOf(Recovery recovery) {
    return recovery.details().subject()
        + recovery.details().browser().map((BrowserId browser) -> "/" + browser).orElse("");
  }
}
