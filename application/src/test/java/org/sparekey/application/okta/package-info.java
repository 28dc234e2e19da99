/** Tests of the worker that talks to Okta. */
@NullMarked
package org.sparekey.application.okta;

import org.jspecify.annotations.NullMarked;
