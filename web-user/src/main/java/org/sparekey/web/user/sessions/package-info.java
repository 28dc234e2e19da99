/** The page /sessions: where the account is signed in. */
@NullMarked
package org.sparekey.web.user.sessions;

import org.jspecify.annotations.NullMarked;
