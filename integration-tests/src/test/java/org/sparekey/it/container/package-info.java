/** What only code inside the server can tell. */
@NullMarked
package org.sparekey.it.container;

import org.jspecify.annotations.NullMarked;
