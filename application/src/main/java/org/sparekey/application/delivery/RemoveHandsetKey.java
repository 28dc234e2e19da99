package org.sparekey.application.delivery;

import java.util.UUID;
import org.sparekey.application.UseCase;

/** Removes a key from the virtual handset's authenticator: the phone is gone. */
@UseCase
public class RemoveHandsetKey {

  public void remove(UUID key) {
    throw new UnsupportedOperationException();
  }
}
