package org.sparekey.web.user.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recoverycontact.AcceptInvitation;
import org.sparekey.application.recoverycontact.DeclineInvitation;
import org.sparekey.application.recoverycontact.InvitationView;
import org.sparekey.application.recoverycontact.RecoveryContactChange;
import org.sparekey.application.recoverycontact.ShowInvitation;
import org.sparekey.application.recoverycontact.WithdrawAsContact;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /contact. Looking changes nothing; only the posted forms do (attacks row 17). */
@Named
@RequestScoped
public class ContactBacking {

  @Inject ShowInvitation show;
  @Inject AcceptInvitation accept;
  @Inject DeclineInvitation decline;
  @Inject WithdrawAsContact withdraw;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable InvitationView view;

  /** Who asks; null when it is no link of ours. */
  public @Nullable InvitationView getView() {
    if (!looked) {
      view = visit.secret(CookieName.CONTACT).flatMap(show::show).orElse(null);
      looked = true;
    }
    return view;
  }

  public void accept() {
    answer(link -> accept.accept(link, visit.origin()));
  }

  public void decline() {
    answer(link -> decline.decline(link, visit.origin()));
  }

  public void withdraw() {
    answer(link -> withdraw.withdraw(link, visit.origin()));
  }

  private void answer(Function<Secret, RecoveryContactChange> act) {
    Optional<RecoveryContactChange> change = visit.secret(CookieName.CONTACT).map(act);
    change
        .flatMap(RecoveryContactChange::refusal)
        .ifPresentOrElse(
            reason -> visit.refuse(reason.code()),
            () -> visit.go("/contact?done=contact-answered"));
  }
}
