package org.sparekey.domain.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.DrillId;
import org.sparekey.domain.shared.SessionId;

/**
 * An owner, signed in, imagines a loss and tries one way back in. Proofs are checked as a recovery
 * checks them and are not used up; no recovery comes of it.
 */
public sealed interface Drill {

  /** How long one may take. */
  Duration LONGEST = Duration.ofMinutes(30);

  /** What it is about. */
  DrillDetails details();

  /** The steps that were taken. */
  Set<EvidenceKind> done();

  /** Calls the function for this state. */
  <R> R fold(Function<? super Open, ? extends R> open, Function<? super Over, ? extends R> over);

  /** Its id. */
  default DrillId id() {
    return details().id();
  }

  /** Under way. */
  record Open(DrillDetails details, Set<EvidenceKind> done) implements Drill {

    /** Copies the steps; refuses one that the way does not have. */
    public Open {
      done = Set.copyOf(done);
      if (!details.way().evidence().containsAll(done)) {
        throw new IllegalArgumentException("a step that the way does not have");
      }
    }

    /** Whether this session may go on with it at {@code now}. */
    public boolean heard(SessionId session, Instant now) {
      return details.session().equals(session) && now.isBefore(endsAt());
    }

    /** When its time is over. */
    public Instant endsAt() {
      return details.begunAt().plus(LONGEST);
    }

    /** The steps that are still to be taken, in their order. */
    public List<EvidenceKind> missing() {
      return details.way().evidence().stream().filter(kind -> !done.contains(kind)).toList();
    }

    /** After a step that went well. */
    public Open doing(EvidenceKind kind) {
      Set<EvidenceKind> more = EnumSet.of(kind);
      more.addAll(done);
      return new Open(details, more);
    }

    /**
     * With all steps taken, the owner would be back in.
     *
     * @param way as the account's analysis sees it now
     */
    public Over finish(DrilledWay way, Instant now) {
      if (!missing().isEmpty() || !way.asksLike(details.way())) {
        throw new IllegalStateException("the drill is not at its end");
      }
      return new Over(details.by(way), done, DrillResult.BACK_IN, now);
    }

    /** The owner cannot go on. */
    public Over giveUp(Instant now) {
      return new Over(details, done, DrillResult.GIVEN_UP, now);
    }

    /** Nobody goes on. */
    public Over abandon(Instant now) {
      return new Over(details, done, DrillResult.ABANDONED, now);
    }

    @Override
    public <R> R fold(
        Function<? super Open, ? extends R> open, Function<? super Over, ? extends R> over) {
      return open.apply(this);
    }
  }

  /** Over. */
  record Over(DrillDetails details, Set<EvidenceKind> done, DrillResult result, Instant endedAt)
      implements Drill {

    /** Copies the steps. */
    public Over {
      done = Set.copyOf(done);
    }

    @Override
    public <R> R fold(
        Function<? super Open, ? extends R> open, Function<? super Over, ? extends R> over) {
      return over.apply(this);
    }
  }
}
