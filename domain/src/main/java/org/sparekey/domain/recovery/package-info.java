/** The states of a recovery and its legal transitions. */
@NullMarked
package org.sparekey.domain.recovery;

import org.jspecify.annotations.NullMarked;
