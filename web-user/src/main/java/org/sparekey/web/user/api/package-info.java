/**
 * The REST API of account owners, {@code /api/v1}: factors, sessions, contact points, recoveries.
 * Its gates and mappers also serve the resources that the admin portal brings along.
 */
@NullMarked
package org.sparekey.web.user.api;

import org.jspecify.annotations.NullMarked;
