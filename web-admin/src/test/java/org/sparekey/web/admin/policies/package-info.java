/** Tests of the pages about policies. */
@NullMarked
package org.sparekey.web.admin.policies;

import org.jspecify.annotations.NullMarked;
