/** How answers of other servers are read; every adapter may look here. */
@NullMarked
package org.sparekey.application.adapter.http;

import org.jspecify.annotations.NullMarked;
