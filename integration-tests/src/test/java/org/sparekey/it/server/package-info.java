/** The running server that the suites share. */
@NullMarked
package org.sparekey.it.server;

import org.jspecify.annotations.NullMarked;
