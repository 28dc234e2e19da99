/** The rules of the house, and the proof that they bite. */
@NullMarked
package org.sparekey.architecture;

import org.jspecify.annotations.NullMarked;
