package org.sparekey.application.account;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;

/**
 * A mailbox as its owner sees it.
 *
 * @param devices those with a factor in use
 * @param openedWith the device without which it cannot be read, perhaps no longer in use
 */
public record MailboxView(
    ContactPointId id, String address, List<Device> devices, Optional<String> openedWith) {

  /** Copies the list. */
  public MailboxView {
    devices = List.copyOf(devices);
  }

  /**
   * A device.
   *
   * @param factor one that lives on it
   * @param chosen whether the mailbox depends on it
   */
  public record Device(FactorId factor, String name, boolean chosen) {}
}
