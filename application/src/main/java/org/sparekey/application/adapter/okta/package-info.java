/** Okta's Factors API. */
@NullMarked
package org.sparekey.application.adapter.okta;

import org.jspecify.annotations.NullMarked;
