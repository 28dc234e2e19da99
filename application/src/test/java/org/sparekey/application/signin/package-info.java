/** Tests of the use cases in this package, on the twins in memory. */
@NullMarked
package org.sparekey.application.signin;

import org.jspecify.annotations.NullMarked;
