package org.sparekey.application.port;

import java.util.function.Supplier;
import org.sparekey.application.adapter.clock.TimeOrderedIds;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.memory.MemoryAuditLog;
import org.sparekey.application.memory.MoveableClock;

/** The twins behind the ports. */
final class MemoryHouse implements House {

  private final Memory memory;
  private final IdSource ids;
  private final MemoryAuditLog audit;

  MemoryHouse(Memory memory) {
    this.memory = memory;
    ids = new TimeOrderedIds(memory.clock);
    audit = new MemoryAuditLog(ids, memory.clock);
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return memory.transactions.inTransaction(work);
  }

  @Override
  public MoveableClock clock() {
    return memory.clock;
  }

  @Override
  public IdSource ids() {
    return ids;
  }

  @Override
  public OrganisationRepository organisations() {
    return memory.organisations;
  }

  @Override
  public AccountRepository accounts() {
    return memory.accounts;
  }

  @Override
  public ContactPointRepository contactPoints() {
    return memory.contactPoints;
  }

  @Override
  public PasswordRepository passwords() {
    return memory.passwords;
  }

  @Override
  public SessionRepository sessions() {
    return memory.sessions;
  }

  @Override
  public KnownBrowserRepository browsers() {
    return memory.browsers;
  }

  @Override
  public FactorRepository factors() {
    return memory.factors;
  }

  @Override
  public PasskeyRepository passkeys() {
    return memory.passkeys;
  }

  @Override
  public PushDeviceRepository pushDevices() {
    return memory.pushDevices;
  }

  @Override
  public PushOutbox pushOutbox() {
    return memory.pushOutbox;
  }

  @Override
  public IssuedCodeRepository codes() {
    return memory.codes;
  }

  @Override
  public ChallengeRepository challenges() {
    return memory.challenges;
  }

  @Override
  public OktaRepository okta() {
    return memory.okta;
  }

  @Override
  public RecoveryCodeRepository recoveryCodes() {
    return memory.recoveryCodes;
  }

  @Override
  public ThrottleRepository throttles() {
    return memory.throttles;
  }

  @Override
  public PolicyRepository policies() {
    return memory.policies;
  }

  @Override
  public PolicyDraftRepository policyDrafts() {
    return memory.policyDrafts;
  }

  @Override
  public AccountShapes shapes() {
    return memory.shapes;
  }

  @Override
  public RecoveryRepository recoveries() {
    return memory.recoveries;
  }

  @Override
  public OpinionRepository opinions() {
    return memory.opinions;
  }

  @Override
  public RecoveryContactRepository recoveryContacts() {
    return memory.recoveryContacts;
  }

  @Override
  public VouchingRepository vouchings() {
    return memory.vouchings;
  }

  @Override
  public ResetHistory resets() {
    return memory.resets;
  }

  @Override
  public AuditLog auditLog() {
    return audit;
  }

  @Override
  public AuditReader auditReader() {
    return audit;
  }

  @Override
  public Outbox outbox() {
    return memory.outbox;
  }

  @Override
  public PhoneFactorRepository phones() {
    return memory.phones;
  }

  @Override
  public PhoneMessageRepository phoneMessages() {
    return memory.phoneMessages;
  }

  @Override
  public SignsOfLife signsOfLife() {
    return memory.signsOfLife;
  }

  @Override
  public SeenSources seenSources() {
    return memory.seenSources;
  }

  @Override
  public DrillRepository drills() {
    return memory.drills;
  }

  @Override
  public ReminderRepository reminders() {
    return memory.reminders;
  }

  @Override
  public RateLimits rateLimits() {
    return memory.rateLimits;
  }
}
