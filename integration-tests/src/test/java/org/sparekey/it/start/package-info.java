/** What {@code mvn -q -Prun} promises. */
@NullMarked
package org.sparekey.it.start;

import org.jspecify.annotations.NullMarked;
