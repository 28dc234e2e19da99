/** The page /veto, where a notice's link leads: this is not me. */
@NullMarked
package org.sparekey.web.user.veto;

import org.jspecify.annotations.NullMarked;
