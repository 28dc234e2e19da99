/** What happens once, when Sparekey starts. */
@NullMarked
package org.sparekey.application.adapter.start;

import org.jspecify.annotations.NullMarked;
