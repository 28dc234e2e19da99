package org.sparekey.application.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.port.SeenSources;
import org.sparekey.domain.shared.AccountId;

/** Networks and sources in memory. */
public final class MemorySeenSources implements SeenSources {

  private record SignIn(AccountId account, String network) {}

  private record Asked(String source, String subject) {}

  private final Map<SignIn, Instant> signIns = new HashMap<>();
  private final Map<Asked, Instant> recoveries = new HashMap<>();

  @Override
  public synchronized void noteSignIn(AccountId account, String network, Instant now) {
    signIns.put(new SignIn(account, network), now);
  }

  @Override
  public synchronized Set<String> networks(AccountId account, Instant since) {
    return signIns.entrySet().stream()
        .filter(each -> each.getKey().account().equals(account))
        .filter(each -> each.getValue().isAfter(since))
        .map(each -> each.getKey().network())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized void noteRecovery(String source, String subject, Instant now) {
    recoveries.put(new Asked(source, subject), now);
  }

  @Override
  public synchronized int subjects(String source, Instant since) {
    return Math.toIntExact(
        recoveries.entrySet().stream()
            .filter(each -> each.getKey().source().equals(source))
            .filter(each -> each.getValue().isAfter(since))
            .count());
  }

  @Override
  public synchronized int purge(Instant before, Instant asked, int limit) {
    return purge(signIns, before, limit) + purge(recoveries, asked, limit);
  }

  private static <K> int purge(Map<K, Instant> all, Instant before, int limit) {
    Set<K> old =
        all.entrySet().stream()
            .filter(each -> each.getValue().isBefore(before))
            .sorted(Map.Entry.comparingByValue())
            .limit(limit)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    all.keySet().removeAll(old);
    return old.size();
  }
}
