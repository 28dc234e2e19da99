/** Tests of the adapters in this package. */
@NullMarked
package org.sparekey.application.adapter.contact;

import org.jspecify.annotations.NullMarked;
