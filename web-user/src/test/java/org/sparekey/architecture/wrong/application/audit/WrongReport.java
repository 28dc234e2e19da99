package org.sparekey.architecture.wrong.application.audit;

import jakarta.inject.Named;
import java.util.Random;
import org.sparekey.domain.shared.Secret;

@Named
public class WrongReport {
  Random dice;

  String shown(Secret secret) {
    return secret.revealText();
  }
}
