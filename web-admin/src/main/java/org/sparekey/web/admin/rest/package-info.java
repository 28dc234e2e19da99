/** What staff read over REST; every answer stands in the audit log. */
@NullMarked
package org.sparekey.web.admin.rest;

import org.jspecify.annotations.NullMarked;
