/** The virtual handset on a real database. */
@NullMarked
package org.sparekey.application.adapter.handset;

import org.jspecify.annotations.NullMarked;
