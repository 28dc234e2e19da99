/** The virtual handset: in the developer profile and nowhere else. */
@NullMarked
package org.sparekey.web.user.dev;

import org.jspecify.annotations.NullMarked;
