/** Tests of searching and exporting the audit log. */
@NullMarked
package org.sparekey.application.audit;

import org.jspecify.annotations.NullMarked;
