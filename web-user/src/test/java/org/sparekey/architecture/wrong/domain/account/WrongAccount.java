package org.sparekey.architecture.wrong.domain.account;

import org.sparekey.architecture.wrong.domain.factor.WrongFactor;

public class WrongAccount {
  WrongFactor above;
}
