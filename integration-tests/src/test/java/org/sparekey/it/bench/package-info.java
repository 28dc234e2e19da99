/**
 * Benchmarks: what a sign-in, a recovery and an export cost the server. Not tests; never timed in
 * one.
 */
@NullMarked
package org.sparekey.it.bench;

import org.jspecify.annotations.NullMarked;
