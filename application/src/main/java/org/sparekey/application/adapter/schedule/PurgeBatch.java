package org.sparekey.application.adapter.schedule;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.sparekey.application.Adapter;
import org.sparekey.application.SourceNetworks;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.SeenSources;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.port.VouchingRepository;

/** Deletes a few rows of each kind that nobody needs any more. Audit and history stay. */
@Adapter
public class PurgeBatch {

  /** How long what is over is kept; owners see ended sessions no longer than that. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int ROWS = 500;

  private final SessionRepository sessions;
  private final IssuedCodeRepository codes;
  private final PasskeyRepository passkeys;
  private final ChallengeRepository challenges;
  private final ThrottleRepository throttles;
  private final RecoveryRepository recoveries;
  private final VouchingRepository vouchings;
  private final RecoveryContactRepository recoveryContacts;
  private final DrillRepository drills;
  private final Outbox outbox;
  private final RateLimits rateLimits;
  private final PhoneMessageRepository phoneMessages;
  private final SeenSources seenSources;
  private final InstantSource clock;

  @Inject
  public PurgeBatch(
      SessionRepository sessions,
      IssuedCodeRepository codes,
      PasskeyRepository passkeys,
      ChallengeRepository challenges,
      ThrottleRepository throttles,
      RecoveryRepository recoveries,
      VouchingRepository vouchings,
      RecoveryContactRepository recoveryContacts,
      DrillRepository drills,
      Outbox outbox,
      RateLimits rateLimits,
      PhoneMessageRepository phoneMessages,
      SeenSources seenSources,
      InstantSource clock) {
    this.sessions = sessions;
    this.codes = codes;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.throttles = throttles;
    this.recoveries = recoveries;
    this.vouchings = vouchings;
    this.recoveryContacts = recoveryContacts;
    this.drills = drills;
    this.outbox = outbox;
    this.rateLimits = rateLimits;
    this.phoneMessages = phoneMessages;
    this.seenSources = seenSources;
    this.clock = clock;
  }

  /** Returns how many rows were deleted. */
  @Transactional
  public int purge() {
    Instant before = clock.instant().minus(KEPT);
    return sessions.purge(before, ROWS)
        + codes.purge(before, ROWS)
        + passkeys.purge(before, ROWS)
        + challenges.purge(before, ROWS)
        + throttles.purge(before, ROWS)
        + recoveries.purgeUnproved(before, ROWS)
        + vouchings.purge(before, ROWS)
        + recoveryContacts.purge(before, ROWS)
        + drills.purge(before, ROWS)
        + outbox.purge(before, ROWS)
        + rateLimits.purge(before, ROWS)
        + phoneMessages.purge(before, ROWS)
        + seenSources.purge(clock.instant().minus(SourceNetworks.REMEMBERED), before, ROWS);
  }
}
