/** A visitor without a browser: cookies, links and forms over plain HTTP. */
@NullMarked
package org.sparekey.it.http;

import org.jspecify.annotations.NullMarked;
