/** Drills: owners try a way back in, and nothing of it is used up. */
@NullMarked
package org.sparekey.application.drill;

import org.jspecify.annotations.NullMarked;
