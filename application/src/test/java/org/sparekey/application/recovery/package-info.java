/** What a recovery does and withstands. */
@NullMarked
package org.sparekey.application.recovery;

import org.jspecify.annotations.NullMarked;
