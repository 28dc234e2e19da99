/** In-memory twins of the ports and simple doubles, for tests without a database. */
@NullMarked
package org.sparekey.application.memory;

import org.jspecify.annotations.NullMarked;
