/** Tests of the rules in this package. */
@NullMarked
package org.sparekey.domain.shared;

import org.jspecify.annotations.NullMarked;
