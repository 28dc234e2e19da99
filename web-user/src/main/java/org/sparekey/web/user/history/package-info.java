/** The page /history: resets and recoveries of the own account. */
@NullMarked
package org.sparekey.web.user.history;

import org.jspecify.annotations.NullMarked;
