package org.sparekey.application.recoverycode;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.recoverycode.RecoveryCodesView.UsedCode;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.recoverycode.CodeSheet;

/** Says how many of the own recovery codes are left. */
@UseCase
public class DescribeRecoveryCodes {

  private static final RecoveryCodesView NONE =
      new RecoveryCodesView(0, Optional.empty(), 0, 0, false, List.of());

  private final RecoveryCodeRepository codes;

  @Inject
  public DescribeRecoveryCodes(RecoveryCodeRepository codes) {
    this.codes = codes;
  }

  /** Nothing before the sign-in is complete. */
  public RecoveryCodesView describe(SessionView session) {
    return session.signedIn()
        ? codes.inForce(session.account()).map(DescribeRecoveryCodes::view).orElse(NONE)
        : NONE;
  }

  private static RecoveryCodesView view(CodeSheet sheet) {
    return new RecoveryCodesView(
        sheet.batch().number(),
        Optional.of(sheet.batch().madeAt()),
        sheet.left(),
        sheet.owed(),
        sheet.few(),
        sheet.codes().stream()
            .flatMap(
                code -> code.spentAt().map(spent -> new UsedCode(code.number(), spent)).stream())
            .toList());
  }
}
