package org.sparekey.application.port;

import org.sparekey.domain.challenge.TotpWindow;

/**
 * What is remembered about a TOTP factor besides its seed.
 *
 * @param sealedSeed the seed under AES-GCM
 * @param lastStep the last accepted time step; it and all before are never accepted again
 * @param window which steps are heard
 * @param lateStep the last step that came one too late, to learn a lag from; -1 for none
 */
public record TotpState(String sealedSeed, long lastStep, TotpWindow window, long lateStep) {}
