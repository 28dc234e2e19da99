package org.sparekey.application.authenticator;

/**
 * A phone's answer to a question, as it came.
 *
 * @param device the phone
 * @param challenge what it answers
 * @param decision code of a {@link Decision}
 * @param number as typed, for an approval; else ""
 * @param time by the phone's clock, for the record; ISO 8601
 * @param signature over the act "answer", device, account, challenge, purpose, decision, number and
 *     time
 */
public record PhoneAnswer(
    String device,
    String challenge,
    String decision,
    String number,
    String time,
    String signature) {

  /** Without the number. */
  @Override
  public String toString() {
    return "PhoneAnswer[" + device + " " + challenge + " " + decision + "]";
  }
}
