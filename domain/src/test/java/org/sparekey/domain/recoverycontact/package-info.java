/** Tests of the rules in this package. */
@NullMarked
package org.sparekey.domain.recoverycontact;

import org.jspecify.annotations.NullMarked;
