/**
 * Starts the war in Payara Micro on this machine's loopback only, for a developer and for the
 * integration tests. Left out of the war.
 */
@NullMarked
package org.sparekey.web.user.start;

import org.jspecify.annotations.NullMarked;
