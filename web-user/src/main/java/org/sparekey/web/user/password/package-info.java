/** Pages under /password: the forgotten password. */
@NullMarked
package org.sparekey.web.user.password;

import org.jspecify.annotations.NullMarked;
