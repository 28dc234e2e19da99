package org.sparekey.application.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A text or a call on the virtual handset.
 *
 * @param call whether it is a call
 * @param language BCP 47, of the voice
 * @param text the text message; of a call what is said before the digits
 * @param digits what a call spells; "" of a text message
 * @param again what a call says before it spells once more; "" of a text message
 * @param closing what a call says at the end; "" of a text message
 */
public record HandsetRing(
    UUID id,
    boolean call,
    String number,
    String language,
    String text,
    String digits,
    String again,
    String closing,
    Instant receivedAt) {}
