/** The shipped war, in a real server. */
@NullMarked
package org.sparekey.it;

import org.jspecify.annotations.NullMarked;
