/** The whole way back in. */
@NullMarked
package org.sparekey.application.recovery;

import org.jspecify.annotations.NullMarked;
