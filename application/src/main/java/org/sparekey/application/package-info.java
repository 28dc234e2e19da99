/** Use cases per feature, and the adapters behind their ports. */
@NullMarked
package org.sparekey.application;

import org.jspecify.annotations.NullMarked;
