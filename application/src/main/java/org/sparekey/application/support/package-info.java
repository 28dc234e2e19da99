/** What support agents look at. */
@NullMarked
package org.sparekey.application.support;

import org.jspecify.annotations.NullMarked;
