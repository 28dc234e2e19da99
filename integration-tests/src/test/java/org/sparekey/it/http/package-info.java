/** A visitor without a browser, and an authenticator app without a phone. */
@NullMarked
package org.sparekey.it.http;

import org.jspecify.annotations.NullMarked;
