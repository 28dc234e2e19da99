/** What owners can count on when something is lost or stolen, and what would help. */
@NullMarked
package org.sparekey.application.readiness;

import org.jspecify.annotations.NullMarked;
