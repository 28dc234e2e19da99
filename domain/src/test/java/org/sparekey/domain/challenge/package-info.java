/** Tests of the rules in this package. */
@NullMarked
package org.sparekey.domain.challenge;

import org.jspecify.annotations.NullMarked;
