/** Who is there and what a request may do: the session behind the cookie, and the way on. */
@NullMarked
package org.sparekey.web.user.visit;

import org.jspecify.annotations.NullMarked;
