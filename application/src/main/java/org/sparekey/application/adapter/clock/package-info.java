/** The only place that reads a clock and makes ids. */
@NullMarked
package org.sparekey.application.adapter.clock;

import org.jspecify.annotations.NullMarked;
