/** Issued codes, one-time-password windows and throttle rules. */
@NullMarked
package org.sparekey.domain.challenge;

import org.jspecify.annotations.NullMarked;
