package org.sparekey.web.admin.policies;

import java.util.List;
import org.sparekey.application.policy.PolicyAnalysis;
import org.sparekey.domain.policy.PolicyDifference;
import org.sparekey.domain.policy.PolicyFault;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.analysis.LossSet;
import org.sparekey.domain.policy.analysis.PathAssurance;
import org.sparekey.domain.policy.analysis.TheftSet;

/** What the page shows of an analysis. */
public record PolicyReport(PolicyAnalysis analysis, PolicyWords words) {

  /** Whether the text could be read. */
  public boolean readable() {
    return analysis.found().isPresent();
  }

  public List<PolicyFault> faults() {
    return analysis.faults();
  }

  /** Whether one channel opens some account by a recovery. */
  public boolean weak() {
    return found().worst().singleChannel();
  }

  /** Those channels, in words. */
  public List<String> singleChannels() {
    return found().worst().singleChannels().stream().map(words::channel).sorted().toList();
  }

  /** The stable code of the assurance level. */
  public String level() {
    return found().assurance().level().code();
  }

  public List<PathAssurance> paths() {
    return found().assurance().paths();
  }

  /** Who could break in by a recovery, when nothing looks odd. */
  public List<TheftSet> thefts() {
    return found().of().theftsByRecovery(Level.LOW);
  }

  public List<LossSet> lockouts() {
    return found().of().lockouts();
  }

  public List<LossSet> delays() {
    return found().of().delays();
  }

  public PolicyPicture picture() {
    return PolicyPicture.of(thefts(), words::channel, theft -> words.hold(theft.toReact()));
  }

  /** The lines that it says otherwise than the version in force. */
  public List<PolicyDifference.Line> changes() {
    return found().changes().stream()
        .filter(line -> line.change() != PolicyDifference.Change.KEPT)
        .toList();
  }

  private PolicyAnalysis.Found found() {
    return analysis.found().orElseThrow();
  }
}
