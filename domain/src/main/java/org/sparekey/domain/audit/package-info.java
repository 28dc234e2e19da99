/** Audit entries and their stable codes. */
@NullMarked
package org.sparekey.domain.audit;

import org.jspecify.annotations.NullMarked;
