/** Tests of the adapters in this package. */
@NullMarked
package org.sparekey.application.adapter.totp;

import org.jspecify.annotations.NullMarked;
