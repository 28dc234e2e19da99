/** Tests of saved recovery codes. */
@NullMarked
package org.sparekey.application.recoverycode;

import org.jspecify.annotations.NullMarked;
