package org.sparekey.application.readiness;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.readiness.ReadinessView.Thing;
import org.sparekey.application.readiness.ReadinessView.Together;
import org.sparekey.application.readiness.ReadinessView.Upkeep;
import org.sparekey.application.readiness.ReadinessView.Way;
import org.sparekey.application.readiness.ReadinessView.WeakSpot;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.analysis.Advice;
import org.sparekey.domain.policy.analysis.Loss;
import org.sparekey.domain.policy.analysis.LossSet;
import org.sparekey.domain.policy.analysis.Readiness;
import org.sparekey.domain.policy.analysis.TheftSet;
import org.sparekey.domain.policy.analysis.WayBack;

/**
 * Channels by the names that their owner knows them by.
 *
 * @param names of mailboxes and people; devices have their names anyway
 */
record ReadinessWords(Map<Channel, String> names) {

  private static final int MOST_WAYS = 4;

  ReadinessView view(RecoveryPolicy policy, Readiness found, Optional<Upkeep> upkeep) {
    return new ReadinessView(
        policy.version().toString(),
        found.losses().stream().map(this::loss).toList(),
        found.weakSpots().stream().map(this::weakSpot).toList(),
        found.leastTheft(),
        found.lockouts().stream()
            .map(LossSet::channels)
            .filter(channels -> !channels.isEmpty())
            .map(this::together)
            .toList(),
        found.advice().stream().map(this::advice).toList(),
        upkeep);
  }

  private ReadinessView.Loss loss(Loss loss) {
    String name =
        loss.kind() == Loss.Kind.ALL_DEVICES ? "" : name(loss.channels().iterator().next());
    return new ReadinessView.Loss(
        new Thing(loss.kind().code(), name),
        loss.ways().stream().limit(MOST_WAYS).map(ReadinessWords::way).toList());
  }

  static Way way(WayBack way) {
    return new Way(
        way.way().code(),
        way.given().stream().map(EvidenceKind::code).toList(),
        way.approvals(),
        way.hold(),
        way.longest());
  }

  private WeakSpot weakSpot(TheftSet theft) {
    return new WeakSpot(
        thing(theft.channels().iterator().next()),
        theft.ways().stream().map(way -> way.code()).distinct().toList(),
        theft.toReact(),
        theft.heard());
  }

  private ReadinessView.Advice advice(Advice advice) {
    return new ReadinessView.Advice(
        advice.addition().code(),
        advice.benefits().stream().sorted().map(Advice.Benefit::code).toList(),
        advice.survives().stream().map(this::together).toList());
  }

  private Together together(Collection<Channel> channels) {
    return new Together(
        channels.stream()
            .sorted(Comparator.comparing(Channel::kind).thenComparing(Channel::detail))
            .map(this::thing)
            .toList());
  }

  private Thing thing(Channel channel) {
    return new Thing(channel.kind().code(), name(channel));
  }

  private String name(Channel channel) {
    return switch (channel.kind()) {
      case DEVICE, NUMBER -> channel.detail();
      case MAILBOX, PERSON -> names.getOrDefault(channel, "");
      case BROWSER, MEMORY, PAPER, STAFF -> "";
    };
  }
}
