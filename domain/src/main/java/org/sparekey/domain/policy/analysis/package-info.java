/**
 * What a recovery policy withstands: who could break in, who would be locked out, and which
 * assurance level it grants. After Hammann et al., "User Account Access Graphs", CCS 2019.
 */
@NullMarked
package org.sparekey.domain.policy.analysis;

import org.jspecify.annotations.NullMarked;
