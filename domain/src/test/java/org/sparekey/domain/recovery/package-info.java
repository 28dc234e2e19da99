/** The states of a recovery. */
@NullMarked
package org.sparekey.domain.recovery;

import org.jspecify.annotations.NullMarked;
