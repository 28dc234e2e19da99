/** Tests of the adapters in this package. */
@NullMarked
package org.sparekey.application.adapter.password;

import org.jspecify.annotations.NullMarked;
