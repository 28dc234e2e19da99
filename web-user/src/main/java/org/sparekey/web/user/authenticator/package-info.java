/** What makes the page of Sparekey's own authenticator an app. */
@NullMarked
package org.sparekey.web.user.authenticator;

import org.jspecify.annotations.NullMarked;
