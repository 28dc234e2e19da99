/** What a program is told when a request fails: problem documents after RFC 9457. */
@NullMarked
package org.sparekey.web.user.problem;

import org.jspecify.annotations.NullMarked;
