/** What is said to Okta, by a worker and outside transactions. */
@NullMarked
package org.sparekey.application.okta;

import org.jspecify.annotations.NullMarked;
