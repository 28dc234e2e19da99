/** What Sparekey's own authenticator does on its phone: no session, every act signed. */
@NullMarked
package org.sparekey.application.authenticator;

import org.jspecify.annotations.NullMarked;
