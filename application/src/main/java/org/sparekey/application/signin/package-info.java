/** Passwords, challenges, sessions. */
@NullMarked
package org.sparekey.application.signin;

import org.jspecify.annotations.NullMarked;
