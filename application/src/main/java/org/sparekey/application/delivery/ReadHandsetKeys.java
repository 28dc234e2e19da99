package org.sparekey.application.delivery;

import java.util.List;
import org.sparekey.application.UseCase;

/** Reads the authenticator of the virtual handset; empty where there is none. */
@UseCase
public class ReadHandsetKeys {

  /** The authenticator's entries with their codes. */
  public List<HandsetKey> keys() {
    throw new UnsupportedOperationException();
  }
}
