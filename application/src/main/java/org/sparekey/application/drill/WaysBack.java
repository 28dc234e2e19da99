package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.Step;
import org.sparekey.application.policy.ProfileOfAccount;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.AccountAnalysis;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.domain.policy.analysis.Readiness;
import org.sparekey.domain.shared.ContactPointId;

/** What is left after a loss: the very analysis that the owner sees as her readiness. */
@Step
class WaysBack {

  private final PolicyOfAccount policies;
  private final ProfileOfAccount profiles;
  private final ContactPointRepository contacts;

  @Inject
  WaysBack(PolicyOfAccount policies, ProfileOfAccount profiles, ContactPointRepository contacts) {
    this.policies = policies;
    this.profiles = profiles;
    this.contacts = contacts;
  }

  /** The policy that a recovery would begin with now. */
  RecoveryPolicy policy(Account account) {
    return policies.of(account);
  }

  /** The ways that are left, the cheapest first; empty as well when there is no such thing. */
  List<DrilledWay> left(Account account, ImaginedLoss lost) {
    RecoveryPolicy policy = policies.of(account);
    return Readiness.losses(AccountAnalysis.of(policy, profiles.builder(account, policy).build()))
        .stream()
        .filter(loss -> loss.kind() == lost.kind() && name(loss).equals(lost.name()))
        .flatMap(loss -> loss.ways().stream())
        .map(DrilledWay::of)
        .toList();
  }

  private String name(Loss loss) {
    Channel channel = loss.channels().iterator().next();
    return switch (loss.kind()) {
      case DEVICE -> channel.detail();
      case MAILBOX ->
          ContactPointId.parse(channel.detail())
              .flatMap(contacts::find)
              .map(ContactPoint::value)
              .orElse("");
      case ALL_DEVICES, PASSWORD -> "";
    };
  }
}
