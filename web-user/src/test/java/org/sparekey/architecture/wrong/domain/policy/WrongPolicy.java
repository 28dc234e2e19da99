package org.sparekey.architecture.wrong.domain.policy;

import org.sparekey.architecture.wrong.domain.recovery.WrongRecovery;

public class WrongPolicy {
  WrongRecovery above;
}
