package org.sparekey.application.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.UseCase;

/** Reads the virtual handset; empty where there is none. */
@UseCase
public class ReadHandset {

  /** Mails, latest first, at most 100; only those after {@code after} when it is given. */
  public List<HandsetMail> mails(Optional<UUID> after) {
    throw new UnsupportedOperationException();
  }
}
