package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;

/** Challenges in memory. */
public final class MemoryChallengeRepository implements ChallengeRepository {

  private static final Comparator<Challenge> BY_AGE =
      Comparator.comparing(Challenge::createdAt)
          .thenComparing(row -> row.id().value(), Uuids.BYTEWISE);

  private final Map<ChallengeId, Challenge> rows = new HashMap<>();

  @Override
  public synchronized void add(Challenge challenge) {
    if (rows.putIfAbsent(challenge.id(), challenge) != null) {
      throw new IllegalStateException("challenge exists");
    }
  }

  @Override
  public synchronized Optional<Challenge> find(ChallengeId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized Optional<Challenge> latest(
      ChallengePurpose purpose, String flow, FactorId factor) {
    return rows.values().stream()
        .filter(
            row ->
                row.purpose() == purpose && row.flow().equals(flow) && row.factor().equals(factor))
        .max(BY_AGE);
  }

  @Override
  public synchronized List<Challenge> open(AccountId account, Instant now) {
    return rows.values().stream()
        .filter(row -> row.account().equals(account) && row.open(now))
        .sorted(BY_AGE)
        .toList();
  }

  @Override
  public synchronized boolean move(
      ChallengeId id, ChallengeStatus from, ChallengeStatus to, Instant now) {
    Challenge challenge = rows.get(id);
    if (challenge == null || challenge.status() != from || !challenge.inTime(now)) {
      return false;
    }
    rows.put(id, in(challenge, to));
    return true;
  }

  @Override
  public synchronized int endAllOf(AccountId account) {
    List<Challenge> unfinished =
        rows.values().stream()
            .filter(
                row ->
                    row.account().equals(account)
                        && (row.status() == ChallengeStatus.OPEN
                            || row.status() == ChallengeStatus.APPROVED))
            .toList();
    unfinished.forEach(row -> rows.put(row.id(), in(row, ChallengeStatus.ENDED)));
    return unfinished.size();
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<ChallengeId> over =
        rows.values().stream()
            .filter(row -> row.expiresAt().isBefore(before))
            .limit(limit)
            .map(Challenge::id)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }

  private static Challenge in(Challenge challenge, ChallengeStatus status) {
    return new Challenge(
        challenge.id(),
        challenge.account(),
        challenge.factor(),
        challenge.purpose(),
        challenge.flow(),
        challenge.createdAt(),
        challenge.expiresAt(),
        status,
        challenge.payload());
  }
}
