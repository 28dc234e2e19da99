package org.sparekey.application.recovery;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.sparekey.application.PeopleWhoMayVouch;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.SourceNetworks;
import org.sparekey.application.adapter.totp.JavaOtpTotp;
import org.sparekey.application.adapter.totp.ZxingQrCode;
import org.sparekey.application.delivery.BundledNotices;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.enrolment.PendingFactors;
import org.sparekey.application.enrolment.PendingTotp;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.application.signin.AccountByName;
import org.sparekey.application.signin.EndRemembering;
import org.sparekey.application.signin.FactorMethods;
import org.sparekey.application.signin.FailureCounters;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.ReachableKinds;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.TotpProof;
import org.sparekey.application.signin.TotpSeeds;
import org.sparekey.application.signin.Wiring;
import org.sparekey.application.support.StaffAccess;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;
import org.sparekey.domain.shared.SessionId;

/** The recovery rooms, furnished with twins, and Ada who has an account there. */
final class RecoveryHouse {

  static final String PASSWORD = "correct horse battery staple";
  static final Origin HOME =
      new Origin("203.0.113.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", Optional.empty());

  private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) (\\d{4})\\b");
  private static final Pattern LINK = Pattern.compile("/veto\\?token=([\\w-]+)");

  private final Wiring rooms = new Wiring();
  final Memory memory = rooms.memory;
  final TotpSeeds seeds = new TotpSeeds(memory.sealer);
  final JavaOtpTotp totp = new JavaOtpTotp(memory.random);
  final Notices notices =
      new BundledNotices(
          memory.contactPoints, memory.outbox, memory.settings, memory.ids, memory.clock);
  final MailedCodes mailedCodes =
      new MailedCodes(memory.codes, notices, memory.macs, memory.random, memory.ids, memory.clock);
  final PendingFactors pendingFactors =
      new PendingFactors(memory.factors, memory.ids, memory.clock);
  final PendingTotp pendingTotp =
      new PendingTotp(
          pendingFactors, memory.factors, seeds, totp, new ZxingQrCode(), memory.settings);
  final TotpProof totpProof =
      new TotpProof(memory.factors, memory.throttles, seeds, totp, memory.clock);
  final ProofBudget budget = new ProofBudget(memory.rateLimits);

  final PolicyOfAccount inForce = new PolicyOfAccount(memory.policies, memory.organisations);
  final SourceNetworks networks = new SourceNetworks(memory.seenSources, memory.macs);
  final RecoveryByToken byToken =
      new RecoveryByToken(memory.recoveries, memory.accounts, memory.macs);
  final PolicyOfRecovery policies =
      new PolicyOfRecovery(memory.policies, memory.organisations, memory.accounts, inForce);
  final RecoveryRecord record = new RecoveryRecord(memory.audit, memory.accounts, policies);
  final OpenStep openStep = new OpenStep(policies, record);
  final Proofs proofs =
      new Proofs(
          memory.contactPoints,
          memory.organisations,
          memory.passwords,
          memory.factors,
          memory.phones,
          memory.macs);
  final EarlierVetoes earlierVetoes =
      new EarlierVetoes(memory.recoveries, memory.factors, memory.resets);
  final RecoveryCircumstances circumstances =
      new RecoveryCircumstances(
          new RiskFacts(
              new FromUnknownBrowser(),
              new FromNewNetwork(networks),
              new FromBusySource(networks),
              new AfterContactChange(memory.contactPoints),
              new AfterPasswordChange(memory.passwords),
              new AfterNumberChange(memory.factors),
              new AfterFailedProofs(),
              new AfterVeto(earlierVetoes)),
          earlierVetoes);
  final SurvivingFactors survivors =
      new SurvivingFactors(
          memory.factors, new ReachableKinds(memory.telephony, memory.oktaService), policies);
  final SurvivorQuestions questions = new SurvivorQuestions(memory.accounts);
  final RecoveryNotices recoveryNotices =
      new RecoveryNotices(
          notices, memory.recoveries, memory.random, memory.macs, memory.settings, memory.clock);
  final LostFactors lostFactors = new LostFactors(memory.factors, memory.recoveries, record);
  final ProofsInForce proofsInForce = new ProofsInForce(memory.browsers);
  final JudgeProofs judge =
      new JudgeProofs(
          policies,
          circumstances,
          new KnownBrowserProof(memory.browsers, record),
          proofsInForce,
          memory.recoveries,
          lostFactors,
          recoveryNotices,
          record);
  final EndRecovery endRecovery =
      new EndRecovery(
          memory.recoveries, memory.accounts, lostFactors, pendingFactors, recoveryNotices, record);
  final AttemptGate gate =
      new AttemptGate(memory.throttles, budget, memory.recoveries, policies, endRecovery, record);
  final OtherRecoveries otherRecoveries =
      new OtherRecoveries(memory.recoveries, endRecovery, record);
  final SwapFactors swap =
      new SwapFactors(
          memory.recoveries,
          memory.accounts,
          memory.factors,
          memory.sessions,
          memory.browsers,
          memory.codes,
          memory.challenges,
          new FailureCounters(memory.throttles, memory.factors),
          memory.resets,
          lostFactors,
          otherRecoveries,
          policies,
          recoveryNotices,
          record);
  final Vouchers vouchers =
      new Vouchers(
          memory.recoveryContacts,
          memory.vouchings,
          new PeopleWhoMayVouch(memory.recoveryContacts, memory.contactPoints),
          policies);
  final StaleProofs staleProofs =
      new StaleProofs(
          memory.passwords,
          memory.recoveryCodes,
          memory.factors,
          memory.browsers,
          proofs,
          vouchers,
          endRecovery);
  final HoldToStricterVersion stricterVersion =
      new HoldToStricterVersion(
          policies,
          earlierVetoes,
          memory.accounts,
          memory.recoveries,
          memory.opinions,
          proofsInForce,
          pendingFactors,
          endRecovery,
          recoveryNotices,
          record);
  final StopRecovery stopRecovery =
      new StopRecovery(
          memory.accounts,
          memory.factors,
          memory.recoveryCodes,
          new EndRemembering(memory.browsers, memory.audit),
          policies,
          endRecovery,
          otherRecoveries,
          swap,
          recoveryNotices,
          record);
  final OpinionDoor opinionDoor =
      new OpinionDoor(
          new StaffAccess(memory.audit),
          memory.accounts,
          memory.recoveries,
          memory.opinions,
          record,
          memory.rateLimits,
          memory.clock);
  final ApprovalCode approvalCodes = new ApprovalCode(memory.macs);
  final ApproveRecovery approve =
      new ApproveRecovery(
          opinionDoor,
          approvalCodes,
          stricterVersion,
          memory.opinions,
          memory.recoveries,
          recoveryNotices,
          record,
          memory.clock);
  final DenyRecovery deny =
      new DenyRecovery(opinionDoor, memory.opinions, endRecovery, memory.clock);
  final VetoByToken vetoByToken = new VetoByToken(memory.recoveries, memory.macs);

  final StartRecovery start =
      new StartRecovery(
          new AccountByName(memory.accounts, memory.macs),
          memory.browsers,
          memory.recoveries,
          budget,
          networks,
          policies,
          proofs,
          judge,
          gate,
          record,
          memory.macs,
          memory.random,
          memory.ids,
          memory.clock);
  final ShowRecovery show =
      new ShowRecovery(
          byToken,
          new ExplainDecision(policies, memory.accounts, survivors, circumstances),
          policies,
          survivors,
          memory.accounts,
          lostFactors,
          pendingTotp,
          memory.settings,
          memory.clock);
  final ProveByPassword proveByPassword =
      new ProveByPassword(
          new PasswordAttempt(
              byToken,
              openStep,
              memory.accounts,
              memory.passwords,
              gate,
              proofs,
              judge,
              record,
              memory.clock),
          memory.hasher);
  final SendRecoveryCode sendCode =
      new SendRecoveryCode(
          byToken,
          openStep,
          memory.recoveries,
          memory.accounts,
          memory.codes,
          mailedCodes,
          proofs,
          memory.rateLimits,
          budget,
          memory.settings,
          record,
          memory.clock);
  final ProveByMailedCode proveByCode =
      new ProveByMailedCode(
          byToken,
          openStep,
          memory.accounts,
          mailedCodes,
          gate,
          proofs,
          judge,
          memory.settings,
          record,
          memory.clock);
  final ProveByRecoveryCode proveByRecoveryCode =
      new ProveByRecoveryCode(
          new RecoveryCodeAttempt(
              byToken,
              openStep,
              memory.accounts,
              memory.recoveryCodes,
              gate,
              proofs,
              judge,
              notices,
              record,
              memory.clock),
          memory.hasher);
  final FactorMethods methods = rooms.get(FactorMethods.class);
  final AskSurvivingFactor ask =
      new AskSurvivingFactor(byToken, survivors, questions, methods, budget, record, memory.clock);
  final DescribeSurvivorQuestion describeQuestion =
      new DescribeSurvivorQuestion(
          byToken, survivors, questions, methods, memory.challenges, memory.clock);
  final ProveBySurvivingFactor proveByFactor =
      new ProveBySurvivingFactor(
          byToken,
          openStep,
          survivors,
          questions,
          methods,
          memory.accounts,
          gate,
          proofs,
          judge,
          record,
          memory.clock);
  final AskForApproval askForApproval =
      new AskForApproval(byToken, openStep, memory.accounts, judge, record, memory.clock);
  final SayWhatIsLost sayWhatIsLost =
      new SayWhatIsLost(byToken, memory.recoveries, lostFactors, record, memory.clock);
  final BeginRecoveryEnrolment beginEnrolment =
      new BeginRecoveryEnrolment(
          byToken, pendingTotp, staleProofs, stricterVersion, record, memory.clock);
  final CompleteRecovery complete =
      new CompleteRecovery(
          byToken,
          memory.accounts,
          pendingTotp,
          totpProof,
          staleProofs,
          stricterVersion,
          swap,
          record,
          memory.clock);
  final CancelRecovery cancel = new CancelRecovery(byToken, endRecovery, record, memory.clock);
  final ShowVeto showVeto =
      new ShowVeto(vetoByToken, memory.recoveries, stopRecovery, memory.settings, memory.clock);
  final VetoRecovery veto =
      new VetoRecovery(
          vetoByToken, memory.recoveries, memory.accounts, stopRecovery, record, memory.clock);
  final VetoOwnRecovery vetoOwn =
      new VetoOwnRecovery(
          memory.recoveries,
          memory.accounts,
          memory.sessions,
          lostFactors,
          stopRecovery,
          record,
          memory.clock);
  final VetoBySurvivingFactor vetoByFactor =
      new VetoBySurvivingFactor(
          new AccountByName(memory.accounts, memory.macs),
          memory.accounts,
          memory.factors,
          memory.recoveries,
          policies,
          totpProof,
          budget,
          networks,
          stopRecovery,
          record,
          memory.clock);
  final ListOwnRecoveries listOwn =
      new ListOwnRecoveries(memory.recoveries, stopRecovery, memory.clock);
  final MoveRecoveriesOn moveOn = nodeThatStarts();

  final Organisation organisation;
  final Account ada;
  final ContactPoint mailbox;
  final Factor.Active phone;

  private RecoveryHouse(String policy, PasswordResetRule rule) {
    ShippedPolicies.all()
        .forEach(shipped -> memory.policies.publish(shipped, memory.clock.instant()));
    organisation =
        new Organisation(
            new OrganisationId(memory.ids.next()), "Example", policy, "standard", rule);
    memory.organisations.add(organisation);
    ada = account("ada@example.org", PASSWORD);
    mailbox = mailbox(ada, "ada@example.org", Duration.ofDays(100));
    phone = boundTotp(ada, "Pixel 8");
  }

  /** Where resets need a mailed code and a factor. */
  static RecoveryHouse with(String policy) {
    return new RecoveryHouse(policy, PasswordResetRule.MAILBOX_AND_FACTOR);
  }

  /** Where the mailbox alone resets passwords. */
  static RecoveryHouse whereMailResetsPasswords(String policy) {
    return new RecoveryHouse(policy, PasswordResetRule.MAILBOX_ALONE);
  }

  Instant now() {
    return memory.clock.instant();
  }

  /** Another node, or this one after a restart. */
  MoveRecoveriesOn nodeThatStarts() {
    return new MoveRecoveriesOn(
        memory.recoveries,
        memory.clockGuard,
        new MoveOneRecovery(
            memory.signsOfLife,
            memory.recoveries,
            memory.accounts,
            stricterVersion,
            endRecovery,
            recoveryNotices,
            record),
        memory.clock);
  }

  Account account(String name, String password) {
    Account account =
        new Account(
            new AccountId(memory.ids.next()),
            organisation.id(),
            SignInName.parse(name).orElseThrow(),
            "Ada Lovelace",
            Locale.ENGLISH,
            Set.of(),
            now().minus(Duration.ofDays(400)),
            Optional.empty());
    memory.accounts.add(account);
    memory.passwords.save(
        account.id(),
        new StoredPassword(
            memory.hasher.hash(Secret.ofText(password)), account.createdAt(), Optional.empty()));
    return account;
  }

  /** A confirmed address that was added so long ago. */
  ContactPoint mailbox(Account owner, String address, Duration age) {
    Instant then = now().minus(age);
    ContactPoint contact =
        new ContactPoint(
                new ContactPointId(memory.ids.next()),
                owner.id(),
                ContactPoint.Kind.EMAIL,
                address,
                then,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .confirmed(then, memory.settings.contactCoolOff());
    memory.contactPoints.add(contact);
    return contact;
  }

  Factor.Active boundTotp(Account owner, String device) {
    FactorId id = new FactorId(memory.ids.next());
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(
                id, owner.id(), FactorKind.TOTP, new DeviceName(device), owner.createdAt()),
            "session:before",
            owner.createdAt().plus(Duration.ofMinutes(10)));
    memory.factors.add(pending);
    memory.factors.keepSeed(id, seeds.seal(id, totp.newSeed()));
    Factor.Active active = pending.confirm(new DeviceName(device), owner.createdAt());
    memory.factors.save(active);
    return active;
  }

  SessionView session(Account owner, Session.Level level) {
    Session session =
        new Session(
            new SessionId(memory.ids.next()),
            owner.id(),
            level,
            memory.macs.fingerprint(memory.random.token()),
            now(),
            now(),
            level == Session.Level.FULL ? Optional.of(now()) : Optional.empty(),
            Optional.empty(),
            HOME.sourceAddress(),
            HOME.userAgent(),
            Optional.empty());
    memory.sessions.add(session);
    return new SessionView(
        session.id(),
        owner.id(),
        owner.organisation(),
        organisation.name(),
        level,
        owner.signInName().value(),
        owner.displayName(),
        owner.language(),
        owner.roles(),
        true,
        false);
  }

  Secret knownBrowser(Account owner) {
    Secret token = memory.random.token();
    memory.browsers.add(
        new KnownBrowser(
            new BrowserId(memory.ids.next()),
            owner.id(),
            memory.macs.fingerprint(token),
            now(),
            now(),
            HOME.userAgent(),
            Optional.empty(),
            Optional.empty()));
    return token;
  }

  /** A recovery that was begun for this name; its token. */
  Secret begun(String name) {
    return token(start.start(name, HOME, Optional.empty(), Optional.empty()));
  }

  static Secret token(StartOutcome outcome) {
    return outcome.fold(
        StartOutcome.Started::recoveryToken,
        refused -> {
          throw new AssertionError("refused: " + refused);
        });
  }

  RecoveryAnswer password(Secret token, String password) {
    return proveByPassword.prove(token, Secret.ofText(password), HOME);
  }

  /** The code mailed last to this address. */
  String codeMailedTo(String address) {
    List<OutboxMessage> mails =
        memory.outbox.messages("recovery-code").stream()
            .filter(mail -> mail.recipient().equals(address))
            .toList();
    Matcher code = CODE.matcher(mails.get(mails.size() - 1).body().revealText());
    if (!code.find()) {
      throw new AssertionError("no code in the mail");
    }
    return code.group(1) + code.group(2);
  }

  /** One of the staff of Ada's organisation, freshly confirmed. */
  SessionView staff(String name, StaffRole role) {
    SessionView session = session(account(name + "@example.org", PASSWORD), Session.Level.FULL);
    return new SessionView(
        session.id(),
        session.account(),
        session.organisation(),
        session.organisationName(),
        session.level(),
        session.signInName(),
        session.displayName(),
        session.language(),
        Set.of(role),
        true,
        false);
  }

  /** Agrees with the code from the owner's page, where people are asked. */
  OpinionAnswer agrees(SessionView staff, Secret token) {
    String code =
        recovery(token) instanceof Recovery.Approving waiting ? approvalCodes.of(waiting) : "";
    return approve.approve(staff, id(token), code, "Called back on the known number.", HOME);
  }

  /** Asks for a code and types the one that came. */
  RecoveryAnswer mailedCode(Secret token, String address) {
    sendCode.send(token, HOME);
    return proveByCode.prove(token, codeMailedTo(address), HOME);
  }

  /** Ada's recovery with both proofs given, everything lost. */
  Secret proved() {
    Secret token = begun("ada@example.org");
    password(token, PASSWORD);
    sayWhatIsLost.say(token, true, Set.of(), HOME);
    mailedCode(token, "ada@example.org");
    return token;
  }

  /** Ada's recovery with a new factor that waits to be confirmed. */
  Secret readyToComplete() {
    Secret token = proved();
    beginEnrolment.begin(token, HOME);
    return token;
  }

  FactorId waiting(Secret token) {
    return show.show(token).flatMap(RecoveryView::enrolment).orElseThrow().id();
  }

  /** Confirms the waiting factor with the code that it shows now. */
  RecoveryAnswer completed(Secret token) {
    FactorId factor = waiting(token);
    return complete.complete(token, factor, "New phone", totpCode(factor), HOME);
  }

  String totpCode(FactorId factor) {
    Secret seed = seeds.open(factor, memory.factors.totpState(factor).orElseThrow().sealedSeed());
    var generator = new TimeBasedOneTimePasswordGenerator();
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(seed.reveal(), generator.getAlgorithm()), now());
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The veto link in the last mail of this kind to this address. */
  Secret linkMailedTo(String address, String kind) {
    List<OutboxMessage> mails =
        memory.outbox.messages(kind).stream()
            .filter(mail -> mail.recipient().equals(address))
            .toList();
    Matcher link = LINK.matcher(mails.get(mails.size() - 1).body().revealText());
    if (!link.find()) {
      throw new AssertionError("no link in the mail");
    }
    return Secret.ofText(link.group(1));
  }

  /** The recovery that the link in this mail stops. */
  Optional<RecoveryId> linkedRecovery(OutboxMessage mail) {
    Matcher link = LINK.matcher(mail.body().revealText());
    return link.find() ? vetoByToken.find(Secret.ofText(link.group(1))) : Optional.empty();
  }

  Recovery recovery(Secret token) {
    return byToken.find(token).orElseThrow();
  }

  RecoveryId id(Secret token) {
    return recovery(token).id();
  }

  Factor factor(FactorId id) {
    return memory.factors.find(id).orElseThrow();
  }

  /** The reasons of all refusals in the log, in order. */
  List<String> refusals() {
    return memory.audit.entries().stream()
        .filter(entry -> entry.what().outcome() == org.sparekey.domain.audit.Outcome.REFUSED)
        .flatMap(entry -> entry.what().reason().stream())
        .toList();
  }
}
