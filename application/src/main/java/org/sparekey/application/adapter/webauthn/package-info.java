/** WebAuthn Level 3 by WebAuthn4J. */
@NullMarked
package org.sparekey.application.adapter.webauthn;

import org.jspecify.annotations.NullMarked;
