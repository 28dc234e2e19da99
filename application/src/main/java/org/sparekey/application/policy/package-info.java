/** Recovery policies as published data. */
@NullMarked
package org.sparekey.application.policy;

import org.jspecify.annotations.NullMarked;
