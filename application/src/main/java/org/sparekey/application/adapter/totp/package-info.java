/** One-time passwords and their QR codes, by java-otp and ZXing. */
@NullMarked
package org.sparekey.application.adapter.totp;

import org.jspecify.annotations.NullMarked;
