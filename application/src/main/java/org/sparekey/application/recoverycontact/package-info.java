/** Recovery contacts: named by an owner, asked for their consent, and free to go. */
@NullMarked
package org.sparekey.application.recoverycontact;

import org.jspecify.annotations.NullMarked;
