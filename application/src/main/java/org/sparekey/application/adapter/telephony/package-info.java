/**
 * Texts and calls: a Twilio-compatible REST service, an SMPP 3.4 centre, or the virtual handset.
 */
@NullMarked
package org.sparekey.application.adapter.telephony;

import org.jspecify.annotations.NullMarked;
