/** Mail by SMTP, or onto the virtual handset. */
@NullMarked
package org.sparekey.application.adapter.mail;

import org.jspecify.annotations.NullMarked;
