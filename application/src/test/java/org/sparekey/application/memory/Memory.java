package org.sparekey.application.memory;

/** All twins and doubles that belong together: {@code new Memory()} is an empty installation. */
public final class Memory {

  public final MoveableClock clock = new MoveableClock();
  public final SwitchableOkta oktaService = new SwitchableOkta();
  public final MoveableClockGuard clockGuard = new MoveableClockGuard();
  public final CountingIds ids = new CountingIds();
  public final RepeatableRandom random = new RepeatableRandom();
  public final QuickPasswordHasher hasher = new QuickPasswordHasher();
  public final PlainMacs macs = new PlainMacs();
  public final TransparentSealer sealer = new TransparentSealer();
  public final SiteSettingsForTests settings = new SiteSettingsForTests();
  public final MemoryTransactions transactions = new MemoryTransactions();

  public final MemoryOrganisationRepository organisations =
      new MemoryOrganisationRepository(transactions);
  public final MemoryContactPointRepository contactPoints = new MemoryContactPointRepository();
  public final MemoryAccountRepository accounts =
      new MemoryAccountRepository(contactPoints, transactions);
  public final MemoryPasswordRepository passwords = new MemoryPasswordRepository();
  public final MemorySessionRepository sessions = new MemorySessionRepository();
  public final MemoryKnownBrowserRepository browsers = new MemoryKnownBrowserRepository();
  public final MemoryFactorRepository factors = new MemoryFactorRepository();
  public final MemoryPasskeyRepository passkeys = new MemoryPasskeyRepository(factors);
  public final MemoryPushDeviceRepository pushDevices = new MemoryPushDeviceRepository(factors);
  public final MemoryPushOutbox pushOutbox = new MemoryPushOutbox();
  public final ScriptedPushService pushService = new ScriptedPushService();
  public final MemoryIssuedCodeRepository codes = new MemoryIssuedCodeRepository();
  public final MemoryPhoneFactorRepository phones = new MemoryPhoneFactorRepository(factors);
  public final MemoryChallengeRepository challenges = new MemoryChallengeRepository();
  public final MemoryRecoveryCodeRepository recoveryCodes = new MemoryRecoveryCodeRepository();
  public final MemoryOktaRepository okta = new MemoryOktaRepository(factors);
  public final MemoryThrottleRepository throttles = new MemoryThrottleRepository();
  public final MemoryPolicyRepository policies = new MemoryPolicyRepository();
  public final MemoryPolicyDraftRepository policyDrafts = new MemoryPolicyDraftRepository();
  public final MemoryRecoveryRepository recoveries = new MemoryRecoveryRepository(transactions);
  public final MemoryOpinionRepository opinions = new MemoryOpinionRepository(recoveries, accounts);
  public final MemoryVouchingRepository vouchings = new MemoryVouchingRepository(recoveries);
  public final MemoryRecoveryContactRepository recoveryContacts =
      new MemoryRecoveryContactRepository(vouchings);
  public final MemoryResetHistory resets = new MemoryResetHistory();
  public final MemoryAuditLog audit = new MemoryAuditLog(ids, clock);
  public final MemorySignsOfLife signsOfLife = new MemorySignsOfLife();
  public final MemoryDrillRepository drills = new MemoryDrillRepository();
  public final MemoryReminderRepository reminders =
      new MemoryReminderRepository(accounts, contactPoints, browsers, factors);
  public final MemorySeenSources seenSources = new MemorySeenSources();
  public final MemoryOutbox outbox = new MemoryOutbox();
  public final MemoryPhoneMessageRepository phoneMessages = new MemoryPhoneMessageRepository();
  public final TelephonyForTests telephony = new TelephonyForTests();
  public final MemoryAccountShapes shapes = new MemoryAccountShapes(this);
  public final MemoryRateLimits rateLimits = new MemoryRateLimits(clock);
}
