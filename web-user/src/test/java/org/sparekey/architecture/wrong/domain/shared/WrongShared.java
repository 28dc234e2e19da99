package org.sparekey.architecture.wrong.domain.shared;

import jakarta.inject.Singleton;
import org.sparekey.architecture.wrong.domain.account.WrongAccount;

@Singleton
public class WrongShared {
  WrongAccount above;
}
