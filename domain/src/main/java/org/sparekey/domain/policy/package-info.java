/** Recovery policies: evidence, channels, risk and the decision. */
@NullMarked
package org.sparekey.domain.policy;

import org.jspecify.annotations.NullMarked;
