package org.sparekey.application.signin;

import java.util.Locale;
import java.util.Set;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.SessionId;

/**
 * Who is signed in, and how far; proved by the browser's token for this one request.
 *
 * @param recentlyConfirmed password and factor were given less than ten minutes ago (ASVS 7.5.1)
 * @param onProbation the restricted rights after a reset hold
 */
public record SessionView(
    SessionId id,
    AccountId account,
    OrganisationId organisation,
    String organisationName,
    Session.Level level,
    String signInName,
    String displayName,
    Locale language,
    Set<StaffRole> roles,
    boolean recentlyConfirmed,
    boolean onProbation) {

  /** Copies the roles; a browser that stands in for a factor confirms nothing. */
  public SessionView {
    recentlyConfirmed &= level != Session.Level.REMEMBERED;
    roles = Set.copyOf(roles);
  }

  /** Whether the sign-in is over, be it by a factor or in a remembered browser. */
  public boolean signedIn() {
    return level.signedIn();
  }

  /** Whether password and factor were given. */
  public boolean full() {
    return level == Session.Level.FULL;
  }
}
