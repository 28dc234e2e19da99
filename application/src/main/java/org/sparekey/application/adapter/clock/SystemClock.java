package org.sparekey.application.adapter.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import org.sparekey.domain.shared.Moments;

/** The server's clock, in microseconds, for everybody who needs to know the time. */
@ApplicationScoped
public class SystemClock {

  /** Instants that both databases keep as they are. */
  @Produces
  @Singleton
  public InstantSource instants() {
    InstantSource system = Clock.systemUTC();
    return () -> Moments.storable(system.instant());
  }
}
