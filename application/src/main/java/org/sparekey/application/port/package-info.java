/** What the use cases need from outside; adapters stand behind these interfaces. */
@NullMarked
package org.sparekey.application.port;

import org.jspecify.annotations.NullMarked;
