/** Pages on which administrators write, publish and assign recovery policies. */
@NullMarked
package org.sparekey.web.admin.policies;

import org.jspecify.annotations.NullMarked;
