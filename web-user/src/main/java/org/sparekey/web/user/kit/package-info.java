/** What every page needs: the guards in front of them, cookies, language, texts, error pages. */
@NullMarked
package org.sparekey.web.user.kit;

import org.jspecify.annotations.NullMarked;
