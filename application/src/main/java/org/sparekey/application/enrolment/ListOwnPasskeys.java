package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PasskeyRepository;
import org.sparekey.application.signin.SessionView;

/** The owner's passkeys and security keys, oldest first. */
@UseCase
public class ListOwnPasskeys {

  private final PasskeyRepository passkeys;

  @Inject
  public ListOwnPasskeys(PasskeyRepository passkeys) {
    this.passkeys = passkeys;
  }

  /** Nothing before the factor was given: what a person holds helps a thief. */
  public List<PasskeyView> list(SessionView view) {
    return view.signedIn()
        ? passkeys.ofAccount(view.account()).stream().map(PasskeyView::of).toList()
        : List.of();
  }
}
