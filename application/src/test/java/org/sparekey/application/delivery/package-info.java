/** Mails: their texts and their delivery. */
@NullMarked
package org.sparekey.application.delivery;

import org.jspecify.annotations.NullMarked;
