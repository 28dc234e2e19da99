package org.sparekey.application.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.Origin;

/** Tells the other administrators what one of them did: nobody changes the rules unseen. */
@Dependent
class TellAdministrators {

  private final AccountRepository accounts;
  private final Notices notices;

  @Inject
  TellAdministrators(AccountRepository accounts, Notices notices) {
    this.accounts = accounts;
    this.notices = notices;
  }

  /** Tells all of the organisation but this one, who did it. */
  void others(SessionView staff, NoticeKind kind, Map<String, String> words, Origin origin) {
    Map<String, String> all = new HashMap<>(words);
    all.put("who", staff.displayName());
    for (Account other : accounts.staff(staff.organisation())) {
      boolean writes = other.roles().stream().anyMatch(StaffRole::mayWritePolicies);
      if (writes && !other.id().equals(staff.account())) {
        notices.tellOwner(other, kind, all, origin);
      }
    }
  }
}
