/** Ids, actor, secret and clock-free time: what every other room uses. */
@NullMarked
package org.sparekey.domain.shared;

import org.jspecify.annotations.NullMarked;
