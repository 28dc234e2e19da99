/** Tests of the rules in this package. */
@NullMarked
package org.sparekey.domain.factor;

import org.jspecify.annotations.NullMarked;
