/** Reading mail addresses and phone numbers, by Jakarta Mail and libphonenumber. */
@NullMarked
package org.sparekey.application.adapter.contact;

import org.jspecify.annotations.NullMarked;
