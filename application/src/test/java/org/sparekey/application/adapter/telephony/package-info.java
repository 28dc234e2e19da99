/** Texts and calls in real conversations with counterparts on the loopback. */
@NullMarked
package org.sparekey.application.adapter.telephony;

import org.jspecify.annotations.NullMarked;
