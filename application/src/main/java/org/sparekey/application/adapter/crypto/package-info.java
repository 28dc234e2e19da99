/** Keys outside the database, and what is done with them: hashes, seals, keyed hashes. */
@NullMarked
package org.sparekey.application.adapter.crypto;

import org.jspecify.annotations.NullMarked;
