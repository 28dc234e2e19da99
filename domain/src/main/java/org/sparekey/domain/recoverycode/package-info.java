/** Saved recovery codes: how they are written, and what is kept of them. */
@NullMarked
package org.sparekey.domain.recoverycode;

import org.jspecify.annotations.NullMarked;
