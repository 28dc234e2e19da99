/** The virtual handset: mails and an authenticator to look at, without any provider. */
@NullMarked
package org.sparekey.application.adapter.handset;

import org.jspecify.annotations.NullMarked;
