package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Secret;

/** Shows the browser that started a recovery what it needs while people are asked. */
@UseCase
public class ShowApproval {

  private final RecoveryByToken byToken;
  private final ApprovalCode code;

  @Inject
  ShowApproval(RecoveryByToken byToken, ApprovalCode code) {
    this.byToken = byToken;
    this.code = code;
  }

  /**
   * What is shown.
   *
   * @param code eight digits, for the people whom the owner speaks with
   * @param needed how many must agree
   * @param agreed how many did
   */
  public record View(String code, int needed, int agreed) {}

  /** Empty when this browser has no recovery that waits for people. */
  public Optional<View> show(Secret recoveryToken) {
    return byToken
        .find(recoveryToken)
        .filter(Recovery.Approving.class::isInstance)
        .map(Recovery.Approving.class::cast)
        .map(waiting -> new View(code.of(waiting), waiting.needed(), waiting.approvers().size()));
  }
}
