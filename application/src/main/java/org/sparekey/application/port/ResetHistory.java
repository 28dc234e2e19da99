package org.sparekey.application.port;

import java.util.List;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.AccountId;

/** What completed recoveries did; only ever added to. */
public interface ResetHistory {

  void add(Reset reset);

  /** Latest first. */
  List<Reset> ofAccount(AccountId account);
}
