/** Pages under /account: addresses, password, language. */
@NullMarked
package org.sparekey.web.user.account;

import org.jspecify.annotations.NullMarked;
