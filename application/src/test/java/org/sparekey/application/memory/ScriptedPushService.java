package org.sparekey.application.memory;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushOutcome;
import org.sparekey.application.port.PushService;
import org.sparekey.domain.shared.Secret;

/** A push service that answers as a test wants, and remembers what it was given. */
public final class ScriptedPushService implements PushService {

  /** What was sent. */
  public record Sent(PushAddress to, String content, Duration goodFor) {}

  private final List<Sent> sent = new ArrayList<>();
  private PushOutcome outcome = PushOutcome.of(PushOutcome.Fate.TAKEN, "status 201");

  /** Answers so from now on. */
  public void answers(PushOutcome next) {
    outcome = next;
  }

  public List<Sent> sent() {
    return sent;
  }

  @Override
  public boolean allows(URI endpoint) {
    return "push.example".equals(endpoint.getHost());
  }

  @Override
  public boolean fits(PushAddress address) {
    return address.auth().length() == 22;
  }

  @Override
  public Optional<SiteKey> siteKey() {
    return Optional.of(new SiteKey(1, "key"));
  }

  @Override
  public PushOutcome send(PushAddress to, Secret content, Duration goodFor) {
    sent.add(new Sent(to, content.revealText(), goodFor));
    return outcome;
  }
}
