package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;

/** Makes an {@link AccountProfile} from what an account has. The order does not matter. */
public final class ProfileBuilder {

  /** With these a password is reset, beside a mailed code. */
  private static final Set<EvidenceKind> RESETTING = Set.of(EvidenceKind.TOTP);

  private final AccessGraph graph = new AccessGraph();
  private final AccessGraph known = new AccessGraph();
  private final List<ProofSource> proofs = new ArrayList<>();
  private final Set<Channel> resetting = new HashSet<>();
  private final Set<Channel> notices = new HashSet<>();
  private final Set<Need> needs = new HashSet<>();
  private boolean password;
  private PasswordResetRule passwordReset = PasswordResetRule.MAILBOX_AND_FACTOR;

  /** An account that has nothing yet. */
  public ProfileBuilder() {}

  /** A password in the owner's memory. */
  public ProfileBuilder password() {
    password = true;
    return this;
  }

  /** What resets passwords in the organisation: perhaps any mailbox that hears notices. */
  public ProfileBuilder passwordResetBy(PasswordResetRule rule) {
    passwordReset = rule;
    return this;
  }

  /** The password was reset by this mailbox a short while ago, and counts as no more than it. */
  public ProfileBuilder passwordResetThrough(String mailbox) {
    resetting.add(Channel.mailbox(mailbox));
    return this;
  }

  /** A mailbox that hears notices and may be sent recovery codes. */
  public ProfileBuilder mailbox(String id) {
    Channel mailbox = Channel.mailbox(id);
    proofs.add(new ProofSource(EvidenceKind.MAILED_CODE, Access.anyOf(mailbox)));
    return noticesTo(mailbox);
  }

  /** A factor that lives on a device and needs no number; not a text or a call. */
  public ProfileBuilder factor(FactorKind kind, String device) {
    return factor(kind, Access.anyOf(Channel.device(device)));
  }

  /** A passkey that is on each of these devices. */
  public ProfileBuilder passkey(String... devices) {
    return factor(
        FactorKind.PASSKEY, Access.anyOf(Arrays.stream(devices).map(Channel::device).toList()));
  }

  private ProfileBuilder factor(FactorKind kind, Access access) {
    proofs.add(new ProofSource(EvidenceKind.of(kind), access));
    return this;
  }

  /** A number that gets codes, on the handset where it rings: lost with it, and given by it. */
  public ProfileBuilder phone(String number, String device) {
    Channel line = Channel.number(number);
    proofs.add(new ProofSource(EvidenceKind.PHONE_CODE, Access.anyOf(line)));
    return opensWith(line, Channel.device(device));
  }

  /** Recovery codes that are left on the sheet. */
  public ProfileBuilder recoveryCodes() {
    return proof(EvidenceKind.RECOVERY_CODE, Access.anyOf(Channel.paper()));
  }

  /** A browser that signed in before. */
  public ProfileBuilder knownBrowser(String id) {
    return proof(EvidenceKind.KNOWN_BROWSER, Access.anyOf(Channel.browser(id)));
  }

  /** Recovery contacts who agreed and are past their cool-off; fewer than needed prove nothing. */
  public ProfileBuilder contacts(int needed, Set<String> contacts) {
    return contacts.size() < needed
        ? this
        : proof(
            EvidenceKind.RECOVERY_CONTACTS,
            Access.threshold(needed, contacts.stream().map(Channel::person).toList()));
  }

  /** Any other proof. */
  public ProfileBuilder proof(EvidenceKind kind, Access access) {
    proofs.add(new ProofSource(kind, access));
    return this;
  }

  /** Notices go there, too, though it gives no proof. */
  public ProfileBuilder noticesTo(Channel channel) {
    notices.add(channel);
    return this;
  }

  /**
   * The one is lost with the other and given by it, and a decision knows that: a number and its
   * handset, a mailbox and the device that its owner named.
   */
  public ProfileBuilder opensWith(Channel channel, Channel device) {
    known.reached(channel, Access.anyOf(device));
    return reaches(device, channel).needs(channel, device);
  }

  /**
   * Who holds the one holds the other: the phone reads the mailbox. For thieves; see needs. No
   * decision knows it, so two proofs of one phone may count as two.
   */
  public ProfileBuilder reaches(Channel holder, Channel reached) {
    graph.reached(reached, Access.anyOf(holder));
    return this;
  }

  /** The owner loses the one with the other: the mailbox's own sign-in asks the phone. */
  public ProfileBuilder needs(Channel channel, Channel needed) {
    needs.add(new Need(channel, Access.anyOf(needed)));
    return this;
  }

  /** Another builder with the same, to try what one thing more would change. */
  public ProfileBuilder copy() {
    ProfileBuilder copy = new ProfileBuilder();
    copy.graph.reachedAsIn(graph);
    copy.known.reachedAsIn(known);
    copy.proofs.addAll(proofs);
    copy.resetting.addAll(resetting);
    copy.notices.addAll(notices);
    copy.needs.addAll(needs);
    copy.password = password;
    copy.passwordReset = passwordReset;
    return copy;
  }

  /** The profile. */
  public AccountProfile build() {
    List<ProofSource> all = new ArrayList<>();
    passwordProof().ifPresent(all::add);
    proofs.forEach(
        proof ->
            all.add(
                new ProofSource(
                    proof.kind(),
                    known.to(proof.countedAs()),
                    graph.to(proof.obtainableBy()),
                    proof.givenBy())));
    return new AccountProfile(signIns(all), all, notices, needs);
  }

  private Optional<ProofSource> passwordProof() {
    if (!password) {
      return Optional.empty();
    }
    Set<Channel> channels = new HashSet<>(resetting);
    channels.add(Channel.memory());
    if (passwordReset == PasswordResetRule.MAILBOX_ALONE) {
      notices.stream()
          .filter(channel -> channel.kind() == Channel.Kind.MAILBOX)
          .forEach(channels::add);
    }
    Access access = Access.anyOf(channels);
    Access counted = resetting().reduce(access, Access::or);
    return Optional.of(
        new ProofSource(EvidenceKind.PASSWORD, known.to(counted), graph.to(access), access));
  }

  /**
   * Who reads a mailbox and has what a reset asks for beside it has the password: a decision counts
   * that. To a thief it is a sign-in of its own ({@link SignInKind#PASSWORD_RESET}).
   */
  private Stream<Access> resetting() {
    return proofs.stream()
        .filter(proof -> RESETTING.contains(proof.kind()))
        .flatMap(
            factor ->
                notices.stream()
                    .filter(channel -> channel.kind() == Channel.Kind.MAILBOX)
                    .map(mailbox -> Access.anyOf(mailbox).and(factor.obtainableBy())));
  }

  private List<SignIn> signIns(List<ProofSource> all) {
    List<ProofSource> factors = all.stream().filter(ProfileBuilder::isFactor).toList();
    List<SignIn> ways = new ArrayList<>();
    for (ProofSource proof : all) {
      if (proof.kind() == EvidenceKind.PASSWORD) {
        beside(SignInKind.PASSWORD_AND_FACTOR, proof, factors, ways);
        if (factors.isEmpty()) {
          ways.add(way(SignInKind.PASSWORD_ALONE, proof));
        }
      }
      if (proof.kind() == EvidenceKind.PASSKEY) {
        ways.add(way(SignInKind.PASSKEY, proof));
      }
      if (proof.kind() == EvidenceKind.MAILED_CODE && password) {
        List<ProofSource> apps =
            factors.stream().filter(factor -> RESETTING.contains(factor.kind())).toList();
        beside(SignInKind.PASSWORD_RESET, proof, apps, ways);
      }
    }
    return ways;
  }

  private static boolean isFactor(ProofSource proof) {
    return proof.kind().byFactor() || proof.kind() == EvidenceKind.PHONE_CODE;
  }

  private static SignIn way(SignInKind kind, ProofSource proof) {
    return new SignIn(kind, List.of(proof.kind()), proof.obtainableBy(), proof.givenBy());
  }

  private static void beside(
      SignInKind kind, ProofSource proof, List<ProofSource> factors, List<SignIn> ways) {
    for (ProofSource factor : factors) {
      Access obtainableBy = proof.obtainableBy().and(factor.obtainableBy());
      boolean same = sameForBoth(proof) && sameForBoth(factor);
      Access givenBy = same ? obtainableBy : proof.givenBy().and(factor.givenBy());
      List<EvidenceKind> kinds = List.of(proof.kind(), factor.kind());
      ways.add(new SignIn(kind, kinds, obtainableBy, givenBy));
    }
  }

  private static boolean sameForBoth(ProofSource proof) {
    return proof.obtainableBy().equals(proof.givenBy());
  }
}
