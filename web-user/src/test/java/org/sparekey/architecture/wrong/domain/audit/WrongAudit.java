package org.sparekey.architecture.wrong.domain.audit;

import org.sparekey.architecture.wrong.domain.account.WrongAccount;

public class WrongAudit {
  WrongAccount aside;
}
