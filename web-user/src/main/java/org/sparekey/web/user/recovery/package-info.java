/** Pages under /recover: the way back after a lost phone. */
@NullMarked
package org.sparekey.web.user.recovery;

import org.jspecify.annotations.NullMarked;
