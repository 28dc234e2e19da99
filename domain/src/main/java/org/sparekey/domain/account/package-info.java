/** Organisations, accounts and their confirmed contact points. */
@NullMarked
package org.sparekey.domain.account;

import org.jspecify.annotations.NullMarked;
