/** Contact points, passwords, language: what an owner does with the own account. */
@NullMarked
package org.sparekey.application.account;

import org.jspecify.annotations.NullMarked;
