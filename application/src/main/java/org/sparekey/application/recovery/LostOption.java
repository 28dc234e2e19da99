package org.sparekey.application.recovery;

import org.sparekey.domain.shared.FactorId;

/**
 * A factor that can be reported lost.
 *
 * @param device the name that its owner gave to the device
 * @param kind stable code, "totp"
 * @param chosen reported lost
 */
public record LostOption(FactorId factor, String device, String kind, boolean chosen) {}
