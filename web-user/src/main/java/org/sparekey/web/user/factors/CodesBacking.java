package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recoverycode.DescribeRecoveryCodes;
import org.sparekey.application.recoverycode.MakeRecoveryCodes;
import org.sparekey.application.recoverycode.PrintedSheet;
import org.sparekey.application.recoverycode.RecoveryCodesOutcome;
import org.sparekey.application.recoverycode.RecoveryCodesView;
import org.sparekey.application.recoverycode.ReissueUsedCodes;
import org.sparekey.web.user.kit.PortalBacking;
import org.sparekey.web.user.visit.Visit;

/**
 * The page /factors/codes. New codes stand in the answer to the POST that made them and nowhere
 * else: no redirect, no cookie and no row could show them a second time. Sent again, the same POST
 * makes nothing.
 */
@Named
@RequestScoped
public class CodesBacking {

  @Inject DescribeRecoveryCodes describe;
  @Inject MakeRecoveryCodes make;
  @Inject ReissueUsedCodes reissue;
  @Inject PortalBacking portal;
  @Inject Visit visit;

  private @Nullable RecoveryCodesView view;
  private @Nullable PrintedSheet sheet;
  private boolean reissued;

  public void make() {
    String replaces = visit.param("replaces");
    int number = replaces.matches("[0-9]{1,9}") ? Integer.parseInt(replaces) : 0;
    take(make.make(visit.session(), number, visit.origin()));
  }

  public void reissue() {
    take(reissue.reissue(visit.session(), visit.origin()));
    reissued = true;
  }

  private void take(RecoveryCodesOutcome outcome) {
    view = null;
    if (outcome instanceof RecoveryCodesOutcome.Made made) {
      sheet = made.sheet();
    } else if (outcome instanceof RecoveryCodesOutcome.Refused refused) {
      visit.refuse(refused.reason().code());
    }
  }

  /** What is known about the codes in force. */
  public RecoveryCodesView getView() {
    if (view == null) {
      view = describe.describe(visit.session());
    }
    return view;
  }

  /** The new codes; empty on every page but the answer that makes them. */
  public Optional<PrintedSheet> getSheet() {
    return Optional.ofNullable(sheet);
  }

  /** Whether the new codes take the place of used ones. */
  public boolean isReissued() {
    return reissued;
  }

  /** The lines of the sheet, each a number and a code. */
  public List<SheetText.Line> getLines() {
    return getSheet().map(SheetText::lines).orElse(List.of());
  }

  /** The sheet as a file that needs no further request: a data URI (RFC 2397). */
  public String getFile() {
    return getSheet().map(it -> SheetText.dataUri(it, portal.getLocale())).orElse("");
  }
}
