package org.sparekey.application.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an owner can count on when a device is lost, in the terms of the recovery policy that holds
 * for the account today.
 *
 * @param losses one for each device in use
 * @param advice what would make the account safer, the most urgent first
 */
public record ReadinessView(List<Loss> losses, List<Advice> advice) {

  /** Copies the lists. */
  public ReadinessView {
    losses = List.copyOf(losses);
    advice = List.copyOf(advice);
  }

  /**
   * The loss of one device.
   *
   * @param others the owner's other devices that could answer a challenge
   * @param way how the owner gets back in without any of them; empty when there is none
   */
  public record Loss(String device, List<String> others, Optional<Way> way) {

    /** Copies the list. */
    public Loss {
      others = List.copyOf(others);
    }
  }

  /**
   * A way back.
   *
   * @param evidence stable codes of the proofs that are asked for
   * @param hold the waiting time when nothing is odd; longer when something is
   */
  public record Way(List<String> evidence, Duration hold) {

    /** Copies the list. */
    public Way {
      evidence = List.copyOf(evidence);
    }
  }

  /** What would make the account safer; {@link #code()} is the message key's last part. */
  public enum Advice {
    /** A lost device would lock the owner out: no address that a recovery may use. */
    ADDRESS("address"),
    /** A second address hears of what happens when the first is in other hands (NIST §4.6). */
    SECOND_ADDRESS("second-address"),
    /** With a second device a lost one is no emergency (NIST §4.1.2.1). */
    SECOND_FACTOR("second-factor"),
    /** No sheet of recovery codes, or nothing left on it (NIST §4.2.1.1). */
    RECOVERY_CODES("recovery-codes"),
    /** Few recovery codes are left. */
    FEW_CODES("few-codes"),
    /** A recovery code was used, and the one that takes its place was not yet shown. */
    USED_CODE("used-code");

    private final String code;

    Advice(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }
}
