/** Tests of the adapters in this package. */
@NullMarked
package org.sparekey.application.adapter.push;

import org.jspecify.annotations.NullMarked;
