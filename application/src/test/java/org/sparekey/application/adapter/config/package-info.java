/** Tests of the adapters in this package. */
@NullMarked
package org.sparekey.application.adapter.config;

import org.jspecify.annotations.NullMarked;
