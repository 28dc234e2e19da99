/** All configuration: read here and nowhere else, checked as a whole before anything starts. */
@NullMarked
package org.sparekey.application.adapter.config;

import org.jspecify.annotations.NullMarked;
