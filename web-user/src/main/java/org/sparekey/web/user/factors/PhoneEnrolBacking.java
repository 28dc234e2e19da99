package org.sparekey.web.user.factors;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.BeginOutcome;
import org.sparekey.application.enrolment.BeginPhoneEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.GiveUpPhoneEnrolment;
import org.sparekey.application.enrolment.PhoneEnrolmentView;
import org.sparekey.application.enrolment.SendEnrolmentCode;
import org.sparekey.application.enrolment.ShowPhoneEnrolment;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.web.user.visit.Visit;

/** What the pages /factors/enrol/sms and /factors/enrol/voice have in common. */
public abstract class PhoneEnrolBacking {

  private static final Set<EnrolmentRefusal> AT_NUMBER =
      EnumSet.of(
          EnrolmentRefusal.BAD_NUMBER,
          EnrolmentRefusal.COUNTRY_NOT_ALLOWED,
          EnrolmentRefusal.WRONG_LINE,
          EnrolmentRefusal.NUMBER_IN_USE);

  @Inject BeginPhoneEnrolment begin;
  @Inject SendEnrolmentCode send;
  @Inject GiveUpPhoneEnrolment giveUp;
  @Inject ShowPhoneEnrolment show;
  @Inject Visit visit;

  private final FactorKind kind;
  private boolean looked;
  private @Nullable PhoneEnrolmentView pending;
  private String number = "";

  PhoneEnrolBacking(FactorKind kind) {
    this.kind = kind;
  }

  @PostConstruct
  void prefill() {
    number = visit.param("number");
  }

  /** Who comes from the list gives password and factor first, rather than after all the typing. */
  public void arrive() {
    boolean first = visit.session().level() == Session.Level.ENROLMENT;
    if (!first && !visit.session().recentlyConfirmed()) {
      visit.confirmFirst();
    }
  }

  /** Sends the first code to the number that was typed. */
  public void begin() {
    BeginOutcome outcome =
        begin.begin(visit.session(), kind, number, visit.session().language(), visit.origin());
    if (outcome instanceof BeginOutcome.Refused refused) {
      visit.refuse(
          AT_NUMBER.contains(refused.reason()) ? "number" : null,
          refused.reason().code(),
          Optional.empty());
    } else {
      visit.again();
    }
  }

  public void again() {
    Optional<EnrolmentRefusal> refusal = send.send(visit.session(), visit.origin());
    refusal.map(EnrolmentRefusal::code).ifPresentOrElse(visit::refuse, () -> visit.again());
  }

  public void giveUp() {
    giveUp.giveUp(visit.session());
    visit.again();
  }

  /** The phone of this kind that waits for its code. */
  public Optional<PhoneEnrolmentView> getPending() {
    if (!looked) {
      pending =
          show.show(visit.session()).filter(view -> view.kind().equals(kind.code())).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(pending);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
