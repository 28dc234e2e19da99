package org.sparekey.architecture.wrong.domain.recoverycode;

import org.sparekey.architecture.wrong.domain.account.WrongAccount;

public class WrongRecoveryCode {
  WrongAccount aside;
}
