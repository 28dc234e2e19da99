/** Pages under /sign-in: password, challenge, confirmation; and the sign-out. */
@NullMarked
package org.sparekey.web.user.signin;

import org.jspecify.annotations.NullMarked;
