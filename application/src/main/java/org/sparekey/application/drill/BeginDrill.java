package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrillDetails;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.drill.ImaginedLoss;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.shared.DrillId;
import org.sparekey.domain.shared.Origin;

/** Begins a drill, in the place of one that was under way. */
@UseCase
public class BeginDrill {

  private final OwnDrill own;
  private final WaysBack ways;
  private final DrillRepository drills;
  private final KnownBrowserRepository browsers;
  private final SessionViews views;
  private final AuditLog audit;
  private final IdSource ids;

  @Inject
  BeginDrill(
      OwnDrill own,
      WaysBack ways,
      DrillRepository drills,
      KnownBrowserRepository browsers,
      SessionViews views,
      AuditLog audit,
      IdSource ids) {
    this.own = own;
    this.ways = ways;
    this.drills = drills;
    this.browsers = browsers;
    this.views = views;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * Begins it.
   *
   * @param lost as the readiness of the account names it
   * @param number of the way among those that are left then, from 0
   */
  public DrillOutcome begin(SessionView view, ImaginedLoss lost, int number, Origin origin) {
    Optional<DrillRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return own.refused(view, AuditCode.DRILL_BEGUN, guarded.get(), origin);
    }
    Account account = views.account(view);
    List<DrilledWay> left = ways.left(account, lost);
    if (number < 0 || number >= left.size()) {
      return own.refused(view, AuditCode.DRILL_BEGUN, DrillRefusal.LOSS_UNKNOWN, origin);
    }
    Instant now = own.now();
    drills.open(view.account()).ifPresent(older -> drills.save(older.abandon(now)));
    RecoveryPolicy policy = ways.policy(account);
    DrillDetails details =
        new DrillDetails(
            new DrillId(ids.next()),
            view.account(),
            view.id(),
            now,
            lost,
            policy.version(),
            left.get(number));
    Set<EvidenceKind> given = silently(view, left.get(number), policy, now);
    drills.add(new Drill.Open(details, given));
    audit.record(
        own.entry(AuditCode.DRILL_BEGUN, view, origin)
            .policy(policy.version().toString())
            .with(lost.kind().code()));
    given.forEach(
        kind -> audit.record(own.entry(AuditCode.DRILL_PROOF, view, origin).with(kind.code())));
    return DrillOutcome.taken();
  }

  /** A known browser costs its owner nothing: it is looked at and not asked for. */
  private Set<EvidenceKind> silently(
      SessionView view, DrilledWay way, RecoveryPolicy policy, Instant now) {
    boolean known =
        way.evidence().contains(EvidenceKind.KNOWN_BROWSER)
            && views
                .current(view)
                .flatMap(Session::browser)
                .flatMap(browsers::find)
                .filter(it -> it.forgottenAt().isEmpty())
                .filter(it -> it.knownAt(now, policy.rules().rememberedBrowsers()))
                .isPresent();
    return known ? Set.of(EvidenceKind.KNOWN_BROWSER) : Set.of();
  }
}
