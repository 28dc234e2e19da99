package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sparekey.application.UseCase;
import org.sparekey.application.policy.ReadinessView.Advice;
import org.sparekey.application.policy.ReadinessView.Loss;
import org.sparekey.application.policy.ReadinessView.Way;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recoverycode.CodeSheet;

/**
 * Says what the owner can count on when a device is lost: it asks the very policy that a recovery
 * would ask, with the proofs that the owner could give, and nothing odd about them.
 */
@UseCase
public class DescribeReadiness {

  private final FactorRepository factors;
  private final ContactPointRepository contacts;
  private final OrganisationRepository organisations;
  private final PolicyRepository policies;
  private final RecoveryCodeRepository codes;
  private final InstantSource clock;

  @Inject
  public DescribeReadiness(
      FactorRepository factors,
      ContactPointRepository contacts,
      OrganisationRepository organisations,
      PolicyRepository policies,
      RecoveryCodeRepository codes,
      InstantSource clock) {
    this.factors = factors;
    this.contacts = contacts;
    this.organisations = organisations;
    this.policies = policies;
    this.codes = codes;
    this.clock = clock;
  }

  /** The readiness of the session's own account. */
  public ReadinessView describe(SessionView session) {
    Instant now = clock.instant();
    List<String> devices =
        factors.ofAccount(session.account()).stream()
            .filter(factor -> factor.status() == FactorStatus.ACTIVE)
            .map(Factor::details)
            .map(details -> details.device().value())
            .distinct()
            .toList();
    List<ContactPoint> addresses =
        contacts.ofAccount(session.account()).stream()
            .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL && contact.active())
            .toList();
    Optional<CodeSheet> sheet = codes.inForce(session.account());
    Optional<Way> way = way(session, addresses, sheet.filter(it -> it.left() > 0), now);
    List<Loss> losses =
        devices.stream().map(lost -> new Loss(lost, without(lost, devices), way)).toList();
    return new ReadinessView(losses, advice(devices, addresses, way, sheet));
  }

  /** Of all ways the quickest. */
  private Optional<Way> way(
      SessionView session, List<ContactPoint> addresses, Optional<CodeSheet> sheet, Instant now) {
    Organisation organisation = organisations.find(session.organisation()).orElseThrow();
    String key =
        session.roles().isEmpty() ? organisation.ownerPolicy() : organisation.staffPolicy();
    Optional<RecoveryPolicy> policy = policies.latest(key);
    EvidenceGiven password = password(organisation, addresses, now);
    Stream<EvidenceGiven> paper =
        sheet.stream()
            .map(
                it ->
                    new EvidenceGiven(
                        EvidenceKind.RECOVERY_CODE, Access.anyOf(Channel.paper()), now));
    List<EvidenceGiven> always = Stream.concat(Stream.of(password), paper).toList();
    Stream<List<EvidenceGiven>> mailed =
        addresses.stream()
            .filter(address -> address.usableForRecovery(now))
            .map(address -> Stream.concat(always.stream(), mailedTo(address, now)).toList());
    return Stream.concat(mailed, Stream.of(always))
        .flatMap(proofs -> policy.stream().flatMap(it -> satisfied(it, proofs)))
        .min(Comparator.comparing(Way::hold));
  }

  private static EvidenceGiven password(
      Organisation organisation, List<ContactPoint> all, Instant now) {
    Set<Channel> channels = new HashSet<>(Set.of(Channel.memory()));
    if (organisation.passwordReset() == PasswordResetRule.MAILBOX_ALONE) {
      all.forEach(each -> channels.add(Channel.mailbox(each.id().toString())));
    }
    return new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(channels), now);
  }

  private static Stream<EvidenceGiven> mailedTo(ContactPoint address, Instant now) {
    Access mailbox = Access.anyOf(Channel.mailbox(address.id().toString()));
    return Stream.of(new EvidenceGiven(EvidenceKind.MAILED_CODE, mailbox, now));
  }

  private static Stream<Way> satisfied(RecoveryPolicy policy, List<EvidenceGiven> proofs) {
    return policy
        .decide(proofs, Circumstances.nothingOdd(Instant.EPOCH))
        .<Optional<PolicyDecision.Satisfied>>fold(
            more -> Optional.empty(), Optional::of, refused -> Optional.empty())
        .stream()
        .map(
            satisfied ->
                new Way(
                    satisfied.path().evidence().stream().sorted().map(EvidenceKind::code).toList(),
                    satisfied.hold()));
  }

  private static List<String> without(String lost, List<String> devices) {
    return devices.stream().filter(device -> !device.equals(lost)).toList();
  }

  private static List<Advice> advice(
      List<String> devices,
      List<ContactPoint> addresses,
      Optional<Way> way,
      Optional<CodeSheet> sheet) {
    List<Advice> advice = new ArrayList<>();
    if (way.isEmpty()) {
      advice.add(Advice.ADDRESS);
    } else if (addresses.size() < 2) {
      advice.add(Advice.SECOND_ADDRESS);
    }
    if (devices.size() < 2) {
      advice.add(Advice.SECOND_FACTOR);
    }
    about(sheet).ifPresent(advice::add);
    return advice;
  }

  private static Optional<Advice> about(Optional<CodeSheet> sheet) {
    if (sheet.filter(it -> it.left() > 0).isEmpty()) {
      return Optional.of(Advice.RECOVERY_CODES);
    }
    return sheet
        .filter(it -> it.owed() > 0)
        .map(it -> it.few() ? Advice.FEW_CODES : Advice.USED_CODE);
  }
}
