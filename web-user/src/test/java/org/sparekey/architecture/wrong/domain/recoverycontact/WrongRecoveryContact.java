package org.sparekey.architecture.wrong.domain.recoverycontact;

import org.sparekey.architecture.wrong.domain.account.WrongAccount;

public class WrongRecoveryContact {
  WrongAccount aside;
}
