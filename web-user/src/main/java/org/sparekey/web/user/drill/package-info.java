/** The pages /account/rehearsal: an owner tries her way back in. */
@NullMarked
package org.sparekey.web.user.drill;

import org.jspecify.annotations.NullMarked;
