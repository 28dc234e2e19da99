/** What pages do when their forms are sent, without a browser. */
@NullMarked
package org.sparekey.it.page;

import org.jspecify.annotations.NullMarked;
