/** Tests of the use cases in this package. */
@NullMarked
package org.sparekey.application.authenticator;

import org.jspecify.annotations.NullMarked;
