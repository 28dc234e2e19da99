package org.sparekey.domain.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * One owner's attempt to regain the account. One type per state, each with its own legal moves; the
 * diagram stands in {@code docs/recovery-states.md} and a test holds the two together.
 */
public sealed interface Recovery {

  /** What stays the same in every state. */
  RecoveryDetails details();

  /** The stable code of this state. */
  RecoveryStatus status();

  /** The proofs found right so far. */
  List<EvidenceGiven> evidence();

  /** Calls the function for this state: what a switch over the sealed type would do. */
  <R> R fold(
      Function<? super Requested, ? extends R> requested,
      Function<? super Proving, ? extends R> proving,
      Function<? super Approving, ? extends R> approving,
      Function<? super Holding, ? extends R> holding,
      Function<? super Ready, ? extends R> ready,
      Function<? super Completed, ? extends R> completed,
      Function<? super Cancelled, ? extends R> cancelled,
      Function<? super Vetoed, ? extends R> vetoed,
      Function<? super Denied, ? extends R> denied,
      Function<? super Expired, ? extends R> expired);

  /** Short for {@code details().id()}. */
  default RecoveryId id() {
    return details().id();
  }

  /** This, when it has not ended. */
  default Optional<Unfinished> unfinished() {
    return this instanceof Unfinished open ? Optional.of(open) : Optional.empty();
  }

  /** A state from which a recovery can still be cancelled, vetoed, and expire. */
  sealed interface Unfinished extends Recovery permits Hearing, Waiting {

    /** Given up by the browser that started it. */
    default Cancelled cancel(Instant now) {
      return new Cancelled(details(), evidence(), now);
    }

    /** "This is not me." */
    default Vetoed veto(VetoRoute route, Instant now) {
      return new Vetoed(details(), evidence(), now, route);
    }

    /** Its time is over; empty while there is some left. */
    default Optional<Expired> expire(Instant now) {
      return now.isBefore(details().expiresAt())
          ? Optional.empty()
          : Optional.of(new Expired(details(), evidence(), now));
    }
  }

  /** A state in which proofs are heard: enough are missing, or more of them shorten the rest. */
  sealed interface Hearing extends Unfinished permits Collecting, Approving, Holding {

    /** One more proof was found right. */
    Hearing prove(EvidenceGiven proof);

    /** A code was asked for, whether or not there is a mailbox that it can go to. */
    default Hearing codeSent(Instant now) {
      return with(details().codeSent(now));
    }

    /** A proof was wrong. */
    default Hearing failed() {
      return with(details().failedOnceMore());
    }

    /** The same state with other details. */
    Hearing with(RecoveryDetails other);
  }

  /** A state in which the proofs were enough for the version of the policy that judged them. */
  sealed interface Waiting extends Unfinished permits Approving, Holding, Ready {

    /** What spoke against it when the proofs were enough. */
    RiskAssessment risk();

    /**
     * A stricter version is satisfied, too, by more people or a longer hold. What was waited in a
     * hold counts; the time since it was over does not, for nobody watched the clock; when people
     * come in, the hold follows anew. Nothing gets easier: no fewer people, and no shorter hold.
     *
     * @param agreed who of the staff agreed before
     */
    Unfinished stricter(PolicyDecision.Satisfied asked, Set<AccountId> agreed, Instant now);
  }

  /** A state in which the owner brings proofs. */
  sealed interface Collecting extends Hearing permits Requested, Proving {

    /** One more proof was found right. A later one of the same kind replaces the earlier. */
    @Override
    default Proving prove(EvidenceGiven proof) {
      List<EvidenceGiven> proofs = new ArrayList<>(evidence());
      proofs.removeIf(earlier -> earlier.kind() == proof.kind());
      proofs.add(proof);
      return new Proving(details(), proofs);
    }

    @Override
    Collecting with(RecoveryDetails other);
  }

  /** Asked for; nothing is proved. */
  record Requested(RecoveryDetails details) implements Collecting {

    @Override
    public Requested with(RecoveryDetails other) {
      return new Requested(other);
    }

    @Override
    public List<EvidenceGiven> evidence() {
      return List.of();
    }

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.REQUESTED;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return requested.apply(this);
    }
  }

  /** Something is proved, not enough. */
  record Proving(RecoveryDetails details, List<EvidenceGiven> evidence) implements Collecting {

    /** Copies the evidence. */
    public Proving {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Proving with(RecoveryDetails other) {
      return new Proving(other, evidence);
    }

    /** The owner says what is lost. */
    public Proving losing(Lost lost) {
      return new Proving(details.losing(lost), evidence);
    }

    /** The policy is satisfied: approval by people, a hold, or ready. */
    public Unfinished satisfied(
        PolicyDecision.Satisfied decision, RiskAssessment risk, Instant now) {
      return decision.approvals() > 0
          ? new Approving(
              details.until(now.plus(RecoveryDetails.TIME_FOR_PEOPLE)),
              evidence,
              risk,
              decision.approvals(),
              decision.hold(),
              Set.of())
          : begin(details, evidence, risk, decision.hold(), now);
    }

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.PROVING;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return proving.apply(this);
    }
  }

  /**
   * Waits for people.
   *
   * @param needed how many must agree, 1 or more
   * @param hold the waiting time that follows
   * @param approvers who agreed
   */
  record Approving(
      RecoveryDetails details,
      List<EvidenceGiven> evidence,
      RiskAssessment risk,
      int needed,
      Duration hold,
      Set<AccountId> approvers)
      implements Hearing, Waiting {

    /** Copies the lists. */
    public Approving {
      evidence = List.copyOf(evidence);
      approvers = Set.copyOf(approvers);
    }

    /**
     * One more person agrees; empty when this person may not: on the own account, or for the second
     * time (attacks row 7, ASVS 2.3.5).
     */
    public Optional<Unfinished> approve(AccountId approver, Instant now) {
      if (approvers.contains(approver) || details.account().filter(approver::equals).isPresent()) {
        return Optional.empty();
      }
      Set<AccountId> all = new LinkedHashSet<>(approvers);
      all.add(approver);
      return Optional.of(
          all.size() >= needed
              ? begin(details, evidence, risk, hold, now)
              : new Approving(details, evidence, risk, needed, hold, all));
    }

    /** One more proof; one of a kind that was given before changes nothing. */
    @Override
    public Approving prove(EvidenceGiven proof) {
      return new Approving(details, oneMore(evidence, proof), risk, needed, hold, approvers);
    }

    /**
     * The policy is satisfied with what was proved since: by as many people after a shorter wait,
     * or by fewer after the wait that goes with them. The people of one path with the hold of
     * another are what no path grants. Never by more people.
     */
    public Unfinished satisfied(PolicyDecision.Satisfied decision, Instant now) {
      if (decision.approvals() > needed) {
        return this;
      }
      boolean later = decision.approvals() == needed && decision.hold().compareTo(hold) > 0;
      Duration wait = later ? hold : decision.hold();
      return approvers.size() >= decision.approvals()
          ? begin(details, evidence, risk, wait, now)
          : new Approving(details, evidence, risk, decision.approvals(), wait, approvers);
    }

    /** Asks those who are asked anyway, and more when the version does. */
    @Override
    public Approving stricter(PolicyDecision.Satisfied asked, Set<AccountId> agreed, Instant now) {
      return new Approving(
          asked.approvals() > needed
              ? details.until(now.plus(RecoveryDetails.TIME_FOR_PEOPLE))
              : details,
          evidence,
          risk,
          Math.max(needed, asked.approvals()),
          longer(hold, asked.hold()),
          approvers);
    }

    @Override
    public Approving with(RecoveryDetails other) {
      return new Approving(other, evidence, risk, needed, hold, approvers);
    }

    /** A person refuses. */
    public Denied deny(AccountId by, Instant now) {
      return new Denied(details, evidence, now, by);
    }

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.APPROVING;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return approving.apply(this);
    }
  }

  /**
   * Waits, so that the owner can object.
   *
   * @param since from when the waiting counts: its beginning, and later by what the clock jumped
   * @param until when it is over
   */
  record Holding(
      RecoveryDetails details,
      List<EvidenceGiven> evidence,
      RiskAssessment risk,
      Instant since,
      Instant until)
      implements Hearing, Waiting {

    /** Copies the evidence. */
    public Holding {
      evidence = List.copyOf(evidence);
    }

    /** Ready, when the hold is over at {@code now}; else empty. */
    public Optional<Ready> release(Instant now) {
      return now.isBefore(until)
          ? Optional.empty()
          : Optional.of(new Ready(details, evidence, risk, since, until));
    }

    /** Longer by {@code jump}: the clock was moved, and a hold never gets shorter by that. */
    public Holding extendedBy(Duration jump) {
      if (jump.isNegative()) {
        throw new IllegalArgumentException("a hold is never shortened");
      }
      return new Holding(
          details.until(details.expiresAt().plus(jump)),
          evidence,
          risk,
          since.plus(jump),
          until.plus(jump));
    }

    /** One more proof; one of a kind that was given before changes nothing. */
    @Override
    public Holding prove(EvidenceGiven proof) {
      return new Holding(details, oneMore(evidence, proof), risk, since, until);
    }

    /**
     * The policy is satisfied with what was proved since. The hold of this decision counts from the
     * beginning of the running one; it never grows by a proof, and no people come in.
     */
    public Unfinished satisfied(PolicyDecision.Satisfied decision, Instant now) {
      Instant end = since.plus(decision.hold());
      if (decision.approvals() > 0 || !end.isBefore(until)) {
        return this;
      }
      Instant expiresAt = (end.isBefore(now) ? now : end).plus(RecoveryDetails.TIME_TO_FINISH);
      return now.isBefore(end)
          ? new Holding(details.until(expiresAt), evidence, risk, since, end)
          : new Ready(details.until(expiresAt), evidence, risk, since, now);
    }

    @Override
    public Unfinished stricter(PolicyDecision.Satisfied asked, Set<AccountId> agreed, Instant now) {
      return agreed.size() < asked.approvals()
          ? people(this, asked, Duration.between(since, until), agreed, now)
          : until.isBefore(since.plus(asked.hold())) ? held(this, since, asked.hold()) : this;
    }

    @Override
    public Holding with(RecoveryDetails other) {
      return new Holding(other, evidence, risk, since, until);
    }

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.HOLDING;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return holding.apply(this);
    }
  }

  /**
   * The new factor may be bound.
   *
   * @param heldFrom from when the hold counted, see {@link Holding}; {@code since} without one
   * @param since when it became ready
   */
  record Ready(
      RecoveryDetails details,
      List<EvidenceGiven> evidence,
      RiskAssessment risk,
      Instant heldFrom,
      Instant since)
      implements Waiting {

    /** Copies the evidence. */
    public Ready {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Unfinished stricter(PolicyDecision.Satisfied asked, Set<AccountId> agreed, Instant now) {
      Duration held = Duration.between(heldFrom, since);
      return agreed.size() < asked.approvals()
          ? people(this, asked, held, agreed, now)
          : held.compareTo(asked.hold()) < 0 ? held(this, now.minus(held), asked.hold()) : this;
    }

    /** The new factor is confirmed and the swap is made. */
    public Completed complete(FactorId bound, Instant now) {
      return new Completed(details, evidence, risk, bound, now);
    }

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.READY;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return ready.apply(this);
    }
  }

  /** The reset is done. */
  record Completed(
      RecoveryDetails details,
      List<EvidenceGiven> evidence,
      RiskAssessment risk,
      FactorId bound,
      Instant endedAt)
      implements Recovery {

    /** Copies the evidence. */
    public Completed {
      evidence = List.copyOf(evidence);
    }

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.COMPLETED;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return completed.apply(this);
    }
  }

  /** Given up. */
  record Cancelled(RecoveryDetails details, List<EvidenceGiven> evidence, Instant endedAt)
      implements Recovery {

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.CANCELLED;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return cancelled.apply(this);
    }
  }

  /** Stopped by the owner. */
  record Vetoed(
      RecoveryDetails details, List<EvidenceGiven> evidence, Instant endedAt, VetoRoute route)
      implements Recovery {

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.VETOED;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return vetoed.apply(this);
    }
  }

  /** Refused by people. */
  record Denied(
      RecoveryDetails details, List<EvidenceGiven> evidence, Instant endedAt, AccountId by)
      implements Recovery {

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.DENIED;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return denied.apply(this);
    }
  }

  /** Nobody finished it in time. */
  record Expired(RecoveryDetails details, List<EvidenceGiven> evidence, Instant endedAt)
      implements Recovery {

    @Override
    public RecoveryStatus status() {
      return RecoveryStatus.EXPIRED;
    }

    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Proving, ? extends R> proving,
        Function<? super Approving, ? extends R> approving,
        Function<? super Holding, ? extends R> holding,
        Function<? super Ready, ? extends R> ready,
        Function<? super Completed, ? extends R> completed,
        Function<? super Cancelled, ? extends R> cancelled,
        Function<? super Vetoed, ? extends R> vetoed,
        Function<? super Denied, ? extends R> denied,
        Function<? super Expired, ? extends R> expired) {
      return expired.apply(this);
    }
  }

  private static List<EvidenceGiven> oneMore(List<EvidenceGiven> proofs, EvidenceGiven proof) {
    if (proofs.stream().anyMatch(earlier -> earlier.kind() == proof.kind())) {
      return proofs;
    }
    List<EvidenceGiven> all = new ArrayList<>(proofs);
    all.add(proof);
    return all;
  }

  /** The version brings people in, and then asks to wait no shorter than before. */
  private static Approving people(
      Waiting waiting,
      PolicyDecision.Satisfied asked,
      Duration held,
      Set<AccountId> agreed,
      Instant now) {
    return new Approving(
        waiting.details().until(now.plus(RecoveryDetails.TIME_FOR_PEOPLE)),
        waiting.evidence(),
        waiting.risk(),
        asked.approvals(),
        longer(held, asked.hold()),
        agreed);
  }

  private static Holding held(Waiting waiting, Instant from, Duration hold) {
    Instant until = from.plus(hold);
    return new Holding(
        waiting.details().until(until.plus(RecoveryDetails.TIME_TO_FINISH)),
        waiting.evidence(),
        waiting.risk(),
        from,
        until);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Unfinished begin(
      RecoveryDetails details,
      List<EvidenceGiven> evidence,
      RiskAssessment risk,
      Duration hold,
      Instant now) {
    Instant until = now.plus(hold);
    RecoveryDetails longer = details.until(until.plus(RecoveryDetails.TIME_TO_FINISH));
    return hold.isZero()
        ? new Ready(longer, evidence, risk, now, now)
        : new Holding(longer, evidence, risk, now, until);
  }
}
