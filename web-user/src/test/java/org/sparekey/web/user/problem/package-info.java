@NullMarked
package org.sparekey.web.user.problem;

import org.jspecify.annotations.NullMarked;
