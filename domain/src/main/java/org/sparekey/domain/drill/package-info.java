/** Drills: an owner tries a way back in, and nothing of it is used up. */
@NullMarked
package org.sparekey.domain.drill;

import org.jspecify.annotations.NullMarked;
