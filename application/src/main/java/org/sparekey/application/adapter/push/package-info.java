/** Web Push (RFC 8030, 8291, 8292): the library seals and signs, the JDK's client sends. */
@NullMarked
package org.sparekey.application.adapter.push;

import org.jspecify.annotations.NullMarked;
