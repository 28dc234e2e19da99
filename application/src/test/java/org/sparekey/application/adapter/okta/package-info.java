/** Tests against a server on the loopback that behaves as Okta documents. */
@NullMarked
package org.sparekey.application.adapter.okta;

import org.jspecify.annotations.NullMarked;
