/** Tests of the rules in this package. */
@NullMarked
package org.sparekey.domain.policy;

import org.jspecify.annotations.NullMarked;
