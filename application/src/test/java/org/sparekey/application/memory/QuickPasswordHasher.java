package org.sparekey.application.memory;

import java.util.concurrent.atomic.AtomicInteger;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.domain.shared.Secret;

/** Costs nothing and counts what was asked of it. */
public final class QuickPasswordHasher implements PasswordHasher {

  private static final String CURRENT = "$quick$2$";
  private static final String OLD = "$quick$1$";

  private final AtomicInteger checked = new AtomicInteger();
  private final AtomicInteger wasted = new AtomicInteger();

  @Override
  public String hash(Secret password) {
    return CURRENT + new StringBuilder(password.revealText()).reverse();
  }

  /** A hash that is {@link #outdated}. */
  public String oldHash(Secret password) {
    return OLD + new StringBuilder(password.revealText()).reverse();
  }

  @Override
  public boolean matches(Secret password, String hash) {
    checked.incrementAndGet();
    return hash.equals(hash(password)) || hash.equals(oldHash(password));
  }

  @Override
  public void waste(Secret password) {
    wasted.incrementAndGet();
  }

  @Override
  public boolean outdated(String hash) {
    return hash.startsWith(OLD);
  }

  /** How often {@link #matches} did its work. */
  public int checked() {
    return checked.get();
  }

  /** How often {@link #waste} did its work. */
  public int wasted() {
    return wasted.get();
  }
}
