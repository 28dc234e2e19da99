package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;

/** Releases holds and ends what is overdue. */
@UseCase
public class MoveRecoveriesOn {

  public void run() {
    throw new UnsupportedOperationException();
  }
}
