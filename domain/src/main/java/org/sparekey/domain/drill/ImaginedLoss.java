package org.sparekey.domain.drill;

import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.policy.analysis.Loss;

/**
 * What the owner imagines to have lost.
 *
 * @param name of the device, or the address of the mailbox; "" where there is one only
 */
public record ImaginedLoss(Loss.Kind kind, String name) {

  /** Whether what is on this device is gone. */
  public boolean takes(DeviceName device) {
    return switch (kind) {
      case DEVICE -> device.sameDevice(new DeviceName(name));
      case ALL_DEVICES -> true;
      case MAILBOX, PASSWORD -> false;
    };
  }

  /** Whether this mailbox is gone by itself. */
  public boolean takesMailbox(String address) {
    return kind == Loss.Kind.MAILBOX && name.equals(address);
  }
}
