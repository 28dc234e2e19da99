/** Tests of the admin portal. */
@NullMarked
package org.sparekey.web.admin;

import org.jspecify.annotations.NullMarked;
