/** The virtual handset. */
@NullMarked
package org.sparekey.web.user.dev;

import org.jspecify.annotations.NullMarked;
