/** Pages under /factors: the own factors, enrolment, renaming, removal. */
@NullMarked
package org.sparekey.web.user.factors;

import org.jspecify.annotations.NullMarked;
