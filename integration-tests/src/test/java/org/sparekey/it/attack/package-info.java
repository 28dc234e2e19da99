/** Abuses, tried for real over HTTP against the war that ships; by the rows of the attack list. */
@NullMarked
package org.sparekey.it.attack;

import org.jspecify.annotations.NullMarked;
