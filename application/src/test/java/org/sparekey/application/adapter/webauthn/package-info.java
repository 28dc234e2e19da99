/** WebAuthn, against the vectors of the standard and against lies. */
@NullMarked
package org.sparekey.application.adapter.webauthn;

import org.jspecify.annotations.NullMarked;
