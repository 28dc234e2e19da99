package org.sparekey.application.port;

import java.time.Instant;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * The link in a notice by which its reader can stop a recovery.
 *
 * @param tokenHash SHA-256 of the 256-bit token in the link, lower-case hex
 */
public record VetoLink(
    String tokenHash, RecoveryId recovery, ContactPointId sentTo, Instant createdAt) {}
