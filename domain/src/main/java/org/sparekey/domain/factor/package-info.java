/** Factors, their states and the rules about the last one. */
@NullMarked
package org.sparekey.domain.factor;

import org.jspecify.annotations.NullMarked;
