/** Binding factors, and managing the own ones. */
@NullMarked
package org.sparekey.application.enrolment;

import org.jspecify.annotations.NullMarked;
