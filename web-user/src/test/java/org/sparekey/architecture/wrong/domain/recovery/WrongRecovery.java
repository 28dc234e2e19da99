package org.sparekey.architecture.wrong.domain.recovery;

import org.sparekey.architecture.wrong.domain.audit.WrongAudit;

public class WrongRecovery {
  WrongAudit aside;
}
