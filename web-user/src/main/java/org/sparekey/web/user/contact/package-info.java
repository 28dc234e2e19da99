/** The pages of recovery contacts, who have no account here: /contact and /vouch. */
@NullMarked
package org.sparekey.web.user.contact;

import org.jspecify.annotations.NullMarked;
