/** Tests of the rules in this package. */
@NullMarked
package org.sparekey.domain.account;

import org.jspecify.annotations.NullMarked;
