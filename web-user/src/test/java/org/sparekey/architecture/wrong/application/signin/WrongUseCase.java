package org.sparekey.architecture.wrong.application.signin;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sparekey.application.Adapter;
import org.sparekey.application.UseCase;
import org.sparekey.architecture.wrong.application.adapter.jpa.WrongRow;
import org.sparekey.architecture.wrong.application.recovery.WrongUseCaseBeside;
import org.sparekey.architecture.wrong.web.user.WrongPage;

@UseCase
@Adapter
public class WrongUseCase {
  WrongRow row;
  WrongUseCaseBeside beside;
  WrongPage page;

  public Instant one() {
    return Instant.now();
  }

  public UUID other() {
    return UUID.randomUUID();
  }

  String configured() {
    return ConfigProvider.getConfig().getValue("wrong", String.class);
  }
}
