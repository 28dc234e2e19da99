@NullMarked
package org.sparekey.application.drill;

import org.jspecify.annotations.NullMarked;
