/** What the API says about itself, against what it does. */
@NullMarked
package org.sparekey.it.contract;

import org.jspecify.annotations.NullMarked;
