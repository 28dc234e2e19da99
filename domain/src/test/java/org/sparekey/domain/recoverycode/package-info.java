/** Tests of the rules in this package. */
@NullMarked
package org.sparekey.domain.recoverycode;

import org.jspecify.annotations.NullMarked;
