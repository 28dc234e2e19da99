/** What happens by itself: timers on every node, none of which remembers anything. */
@NullMarked
package org.sparekey.application.adapter.schedule;

import org.jspecify.annotations.NullMarked;
