package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyReader;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.analysis.AccountAnalysis;
import org.sparekey.domain.policy.analysis.InventedAccount;
import org.sparekey.domain.shared.Origin;

/**
 * Says what an owner would have to do under a policy if something were lost: a real one of the own
 * organisation, which is a look at the account and written down as one, or an invented one.
 */
@UseCase
public class TryPolicy {

  private final PolicyDoor door;
  private final AccountRepository accounts;
  private final ProfileOfAccount profiles;

  @Inject
  TryPolicy(PolicyDoor door, AccountRepository accounts, ProfileOfAccount profiles) {
    this.door = door;
    this.accounts = accounts;
    this.profiles = profiles;
  }

  /**
   * Tries it.
   *
   * @param text of the policy
   * @param who a sign-in name, or the code of an invented account
   * @param lost channels as {@link PolicyTrial#name(Channel)} writes them; unknown ones are left
   *     out
   */
  public PolicyAnswer<PolicyTrial> attempt(
      SessionView staff, String text, String who, Set<String> lost, Level risk, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayRead(staff);
    boolean tooLong = text.length() > PolicyDraft.LONGEST_TEXT;
    Optional<RecoveryPolicy> policy =
        closed.isPresent() || tooLong ? Optional.empty() : PolicyReader.read(text).policy();
    Optional<InventedAccount> invented =
        Arrays.stream(InventedAccount.values()).filter(each -> each.code().equals(who)).findFirst();
    Optional<Account> account =
        closed.isPresent() || invented.isPresent()
            ? Optional.empty()
            : SignInName.parse(who)
                .flatMap(accounts::findBySignInName)
                .filter(one -> one.organisation().equals(staff.organisation()));
    return door.unless(
        closed
            .or(() -> policy.isEmpty() ? Optional.of(PolicyRefusal.HAS_FAULTS) : Optional.empty())
            .or(
                () ->
                    invented.isEmpty() && account.isEmpty()
                        ? Optional.of(PolicyRefusal.UNKNOWN_ACCOUNT)
                        : Optional.empty()),
        staff,
        AuditCode.POLICY_TRIED,
        "",
        origin,
        () -> {
          RecoveryPolicy tried = policy.orElseThrow();
          AuditDraft fact =
              door.fact(AuditCode.POLICY_TRIED, staff, origin).policy(tried.version().toString());
          door.write(account.map(one -> fact.about(one.id(), one.organisation())).orElse(fact));
          AccountAnalysis analysis =
              AccountAnalysis.of(
                  tried,
                  account
                      .map(one -> profiles.of(one, tried))
                      .orElseGet(() -> invented.orElseThrow().under(tried)));
          return new PolicyAnswer.Granted<>(trial(analysis, who, invented.isPresent(), lost, risk));
        });
  }

  private static PolicyTrial trial(
      AccountAnalysis analysis, String who, boolean invented, Set<String> lost, Level risk) {
    List<Channel> channels =
        analysis
            .profile()
            .channels()
            .distinct()
            .sorted(Comparator.comparing(Channel::kind).thenComparing(Channel::detail))
            .toList();
    Set<Channel> gone =
        channels.stream()
            .filter(channel -> lost.contains(PolicyTrial.name(channel)))
            .collect(Collectors.toUnmodifiableSet());
    return new PolicyTrial(
        who,
        invented,
        channels,
        gone,
        risk,
        analysis.left(gone, risk),
        analysis.theftsByRecovery(risk),
        analysis.lockouts());
  }
}
