/** The page /home: what protects the account and what to do next. */
@NullMarked
package org.sparekey.web.user.home;

import org.jspecify.annotations.NullMarked;
