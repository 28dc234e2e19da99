/**
 * The database: rows, their mapping to the domain by hand, and the guarded updates. Rows stay in
 * this package.
 */
@NullMarked
package org.sparekey.application.adapter.jpa;

import org.jspecify.annotations.NullMarked;
