package org.sparekey.web.user.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recoverycontact.InviteRecoveryContactAgain;
import org.sparekey.application.recoverycontact.ListOwnRecoveryContacts;
import org.sparekey.application.recoverycontact.RecoveryContactChange;
import org.sparekey.application.recoverycontact.RecoveryContactsView;
import org.sparekey.application.recoverycontact.RemoveRecoveryContact;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.web.user.visit.Visit;

/** The page /account/contacts. */
@Named
@RequestScoped
public class RecoveryContactsBacking {

  @Inject ListOwnRecoveryContacts list;
  @Inject InviteRecoveryContactAgain again;
  @Inject RemoveRecoveryContact remove;
  @Inject Visit visit;

  private @Nullable RecoveryContactsView view;

  /** Mails another invitation to somebody who has not said yes. */
  public void again(String contact) {
    change(
        contact,
        id -> again.invite(visit.session(), id, visit.origin()),
        "/account/contacts?done=contact-invited");
  }

  public void remove(String contact) {
    change(
        contact,
        id -> remove.remove(visit.session(), id, visit.origin()),
        "/account/contacts?done=recovery-contact-removed");
  }

  private void change(
      String contact, Function<RecoveryContactId, RecoveryContactChange> act, String next) {
    RecoveryContactId.parse(contact)
        .map(act)
        .ifPresent(
            change ->
                change
                    .refusal()
                    .ifPresentOrElse(reason -> visit.refuse(reason.code()), () -> visit.go(next)));
  }

  public RecoveryContactsView getView() {
    if (view == null) {
      view = list.list(visit.session());
    }
    return view;
  }
}
