/** The self-service portal. */
@NullMarked
package org.sparekey.web.user;

import org.jspecify.annotations.NullMarked;
