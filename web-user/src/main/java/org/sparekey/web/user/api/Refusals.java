package org.sparekey.web.user.api;

import org.sparekey.application.account.AccountRefusal;
import org.sparekey.application.authenticator.AuthenticatorRefusal;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.recovery.RecoveryRefusal;
import org.sparekey.application.recoverycode.RecoveryCodesRefusal;
import org.sparekey.application.recoverycontact.RecoveryContactRefusal;
import org.sparekey.web.user.problem.ProblemType;

/** Which kind of problem each refusal is. A new refusal does not compile until it is named here. */
final class Refusals {

  private Refusals() {}

  static ProblemType type(EnrolmentRefusal reason) {
    return switch (reason) {
      case NEEDS_CONFIRMATION -> ProblemType.CONFIRMATION_NEEDED;
      case WRONG_STEP, ON_PROBATION -> ProblemType.FORBIDDEN;
      case NO_ENROLMENT, UNKNOWN_FACTOR -> ProblemType.NOT_FOUND;
      case WRONG_CODE, REPLAYED_CODE, DENIED, WRONG_ASSERTION, WRONG_ORIGIN, USER_NOT_CHECKED ->
          ProblemType.WRONG_PROOF;
      case MALFORMED_CODE, BAD_DEVICE_NAME, BAD_NUMBER, COUNTRY_NOT_ALLOWED, WRONG_LINE ->
          ProblemType.INVALID;
      case TOO_MANY_FACTORS,
          LAST_FACTOR,
          ALREADY_BOUND,
          NUMBER_IN_USE,
          PHONE_NOT_OFFERED,
          WAITING ->
          ProblemType.REFUSED;
      case THROTTLED, SOURCE_EXHAUSTED, BUDGET_SPENT -> ProblemType.THROTTLED;
      case PROVIDER_DOWN -> ProblemType.UNAVAILABLE;
    };
  }

  static ProblemType type(AuthenticatorRefusal reason) {
    return switch (reason) {
      case UNKNOWN_CODE, UNKNOWN_DEVICE -> ProblemType.NOT_FOUND;
      case BAD_KEY, WRONG_NUMBER -> ProblemType.WRONG_PROOF;
      case STALE_NONCE, MALFORMED_ANSWER, BAD_PUSH_ADDRESS -> ProblemType.INVALID;
      case NOT_ASKED -> ProblemType.REFUSED;
      case THROTTLED, SOURCE_EXHAUSTED -> ProblemType.THROTTLED;
    };
  }

  static ProblemType type(AccountRefusal reason) {
    return switch (reason) {
      case NEEDS_CONFIRMATION -> ProblemType.CONFIRMATION_NEEDED;
      case WRONG_STEP, ON_PROBATION -> ProblemType.FORBIDDEN;
      case UNKNOWN_CONTACT, DEVICE_NOT_IN_USE, NO_RESET -> ProblemType.NOT_FOUND;
      case WRONG_CODE, WRONG_CODES, WRONG_PASSWORD -> ProblemType.WRONG_PROOF;
      case BAD_ADDRESS,
          BAD_NUMBER,
          COUNTRY_NOT_ALLOWED,
          WRONG_LINE,
          MALFORMED_CODE,
          PASSWORD_TOO_SHORT,
          PASSWORD_TOO_LONG,
          PASSWORD_COMMON,
          PASSWORD_PERSONAL,
          SAME_PASSWORD,
          UNKNOWN_LANGUAGE ->
          ProblemType.INVALID;
      case ALREADY_ADDED, ALREADY_CONFIRMED, TOO_MANY_CONTACTS, LAST_ADDRESS, PHONE_NOT_OFFERED ->
          ProblemType.REFUSED;
      case TOO_MANY_MAILS, TOO_MANY_TEXTS, THROTTLED, SOURCE_EXHAUSTED -> ProblemType.THROTTLED;
      case PROVIDER_DOWN -> ProblemType.UNAVAILABLE;
    };
  }

  static ProblemType type(RecoveryCodesRefusal reason) {
    return switch (reason) {
      case NEEDS_CONFIRMATION -> ProblemType.CONFIRMATION_NEEDED;
      case WRONG_STEP, ON_PROBATION -> ProblemType.FORBIDDEN;
      case MADE_MEANWHILE, NONE_USED -> ProblemType.REFUSED;
    };
  }

  static ProblemType type(RecoveryContactRefusal reason) {
    return switch (reason) {
      case NEEDS_CONFIRMATION -> ProblemType.CONFIRMATION_NEEDED;
      case WRONG_STEP, ON_PROBATION -> ProblemType.FORBIDDEN;
      case UNKNOWN_CONTACT, UNKNOWN_INVITATION -> ProblemType.NOT_FOUND;
      case BAD_NAME, BAD_ASKER, BAD_ADDRESS, OWN_ADDRESS -> ProblemType.INVALID;
      case NOT_OFFERED, ALREADY_LISTED, FULL, ALREADY_ACCEPTED, INVITATION_OVER ->
          ProblemType.REFUSED;
      case TOO_MANY_INVITATIONS -> ProblemType.THROTTLED;
    };
  }

  static ProblemType type(RecoveryRefusal reason) {
    return switch (reason) {
      case UNKNOWN -> ProblemType.NOT_FOUND;
      case ENDED,
          NOT_NOW,
          NOT_OFFERED,
          CODE_NOT_SENT,
          PROOF_FIRST,
          CONTACTS_PROOF_FIRST,
          CONTACTS_TOO_FEW,
          CONTACTS_NOT_ASKED,
          VOUCHING_OVER,
          ENROLMENT_OVER,
          TOO_MANY_WRONG,
          FACTOR_PROVED,
          SURVIVOR_WAITING,
          SURVIVOR_NOT_ASKED,
          SURVIVOR_STOPPED,
          NOTHING_TO_STOP,
          CONTESTED_BEFORE,
          VETO_TOO_LATE ->
          ProblemType.REFUSED;
      case LOST_FACTOR -> ProblemType.FORBIDDEN;
      case TOO_MANY_REQUESTS,
          TOO_MANY_ATTEMPTS,
          TOO_MANY_MAILS,
          SURVIVOR_ASKED_TOO_OFTEN,
          CONTACTS_ASKED_OFTEN ->
          ProblemType.THROTTLED;
      case SURVIVOR_OUT_OF_REACH -> ProblemType.UNAVAILABLE;
      case PASSWORD_WRONG,
          CODE_EXPIRED,
          CODE_WRONG,
          SAVED_CODE_WRONG,
          CONTACT_CODE_WRONG,
          TOTP_WRONG,
          TOTP_REPLAYED,
          SURVIVOR_CODE_WRONG,
          SURVIVOR_REPLAYED,
          SURVIVOR_NOT_ACCEPTED,
          SURVIVOR_DENIED,
          VETO_CODE_WRONG ->
          ProblemType.WRONG_PROOF;
      case CODE_MALFORMED,
          SAVED_CODE_MALFORMED,
          FACTOR_UNKNOWN,
          SURVIVOR_UNKNOWN,
          SURVIVOR_CODE_MALFORMED,
          DEVICE_NAME,
          TOTP_MALFORMED ->
          ProblemType.INVALID;
    };
  }
}
