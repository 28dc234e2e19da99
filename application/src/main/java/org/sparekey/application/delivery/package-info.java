/** Codes and notices: composed in the language of the owner, delivered from the outbox. */
@NullMarked
package org.sparekey.application.delivery;

import org.jspecify.annotations.NullMarked;
