package org.sparekey.architecture.wrong.application.recovery;

import org.sparekey.architecture.wrong.application.signin.WrongUseCase;

public class WrongUseCaseBeside {
  WrongUseCase back;
}
