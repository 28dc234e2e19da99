/** Time that a developer lets pass, to see the end of a hold without waiting for it. */
@NullMarked
package org.sparekey.application.time;

import org.jspecify.annotations.NullMarked;
