/** What a person sees, in Chromium. */
@NullMarked
package org.sparekey.it.browser;

import org.jspecify.annotations.NullMarked;
