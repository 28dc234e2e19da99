/** Mail in a real SMTP conversation. */
@NullMarked
package org.sparekey.application.adapter.mail;

import org.jspecify.annotations.NullMarked;
