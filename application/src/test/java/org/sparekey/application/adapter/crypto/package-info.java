/** Tests of the adapters in this package. */
@NullMarked
package org.sparekey.application.adapter.crypto;

import org.jspecify.annotations.NullMarked;
