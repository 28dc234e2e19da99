package org.sparekey.application.port;

import java.util.function.Supplier;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.memory.MoveableClock;

/** Everything behind the ports of storage, on one kind of storage. */
public interface House {

  /** Does the work in one transaction of the calling thread; an exception rolls it back. */
  <T> T inTransaction(Supplier<T> work);

  /** Does the work in one transaction of the calling thread; an exception rolls it back. */
  default void transact(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  MoveableClock clock();

  IdSource ids();

  OrganisationRepository organisations();

  AccountRepository accounts();

  ContactPointRepository contactPoints();

  PasswordRepository passwords();

  SessionRepository sessions();

  KnownBrowserRepository browsers();

  FactorRepository factors();

  PasskeyRepository passkeys();

  PushDeviceRepository pushDevices();

  PushOutbox pushOutbox();

  IssuedCodeRepository codes();

  ChallengeRepository challenges();

  RecoveryCodeRepository recoveryCodes();

  OktaRepository okta();

  ThrottleRepository throttles();

  PolicyRepository policies();

  PolicyDraftRepository policyDrafts();

  AccountShapes shapes();

  RecoveryRepository recoveries();

  OpinionRepository opinions();

  RecoveryContactRepository recoveryContacts();

  VouchingRepository vouchings();

  ResetHistory resets();

  AuditLog auditLog();

  AuditReader auditReader();

  Outbox outbox();

  PhoneFactorRepository phones();

  PhoneMessageRepository phoneMessages();

  RateLimits rateLimits();

  SignsOfLife signsOfLife();

  SeenSources seenSources();

  DrillRepository drills();

  ReminderRepository reminders();

  /** The twins. */
  static House inMemory() {
    return new MemoryHouse(new Memory());
  }
}
