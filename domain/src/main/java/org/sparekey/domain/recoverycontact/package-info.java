/** People whom an owner named to vouch for her in a recovery. */
@NullMarked
package org.sparekey.domain.recoverycontact;

import org.jspecify.annotations.NullMarked;
