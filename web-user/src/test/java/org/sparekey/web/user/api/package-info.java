@NullMarked
package org.sparekey.web.user.api;

import org.jspecify.annotations.NullMarked;
