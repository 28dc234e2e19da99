/** How good a new password is, by Passay and zxcvbn. */
@NullMarked
package org.sparekey.application.adapter.password;

import org.jspecify.annotations.NullMarked;
