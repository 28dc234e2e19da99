/** Tests of the analysis. */
@NullMarked
package org.sparekey.domain.policy.analysis;

import org.jspecify.annotations.NullMarked;
