/** Saved recovery codes: made, shown once, replaced. */
@NullMarked
package org.sparekey.application.recoverycode;

import org.jspecify.annotations.NullMarked;
