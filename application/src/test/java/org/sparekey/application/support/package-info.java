/** Tests of what staff may see. */
@NullMarked
package org.sparekey.application.support;

import org.jspecify.annotations.NullMarked;
