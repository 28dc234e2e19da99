/** Tests of what owners are told to count on. */
@NullMarked
package org.sparekey.application.readiness;

import org.jspecify.annotations.NullMarked;
