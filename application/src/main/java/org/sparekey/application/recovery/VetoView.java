package org.sparekey.application.recovery;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.recovery.RecoveryStatus;

/**
 * What the reader of a notice sees before pressing "this is not me". Names neither account nor
 * factor: the link may be in strange hands.
 *
 * @param holdUntil while the hold lasts
 * @param stoppable whether the button still does something
 * @param contest the recovery is completed: the button takes the new factor out of use
 */
public record VetoView(
    RecoveryStatus status,
    Instant openedAt,
    Optional<Instant> holdUntil,
    boolean stoppable,
    boolean contest,
    String siteName) {}
