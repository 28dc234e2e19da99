package org.sparekey.web.admin.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.policy.ComparePolicies;
import org.sparekey.application.policy.PolicyAnalysis;
import org.sparekey.application.policy.PolicyFile;
import org.sparekey.application.policy.PolicyShelf;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.PolicyDifference;
import org.sparekey.domain.policy.PolicyFault;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.analysis.LossSet;
import org.sparekey.domain.policy.analysis.TheftSet;

/** Recovery policies as JSON: stable codes, times as text, durations in seconds. */
public final class PolicyJson {

  private PolicyJson() {}

  /** The policies. */
  @Schema(
      name = "PolicyList",
      requiredProperties = {"policies"})
  public record Shelf(List<Line> policies) {
    static Shelf of(PolicyShelf shelf) {
      return new Shelf(shelf.policies().stream().map(Line::of).toList());
    }
  }

  /** A policy in its latest version. */
  @Schema(
      name = "PolicyLine",
      requiredProperties = {
        "key",
        "version",
        "name",
        "publishedAt",
        "retired",
        "forOwners",
        "forStaff"
      })
  public record Line(
      String key,
      int version,
      String name,
      String publishedAt,
      boolean retired,
      boolean forOwners,
      boolean forStaff) {
    static Line of(PolicyShelf.Policy policy) {
      return new Line(
          policy.version().key(),
          policy.version().version(),
          policy.name(),
          policy.publishedAt().toString(),
          policy.retired(),
          policy.forOwners(),
          policy.forStaff());
    }
  }

  /** A version with its text and who put it into force. */
  @Schema(
      name = "PolicyVersion",
      requiredProperties = {"key", "version", "name", "text", "retired", "history"})
  public record Full(
      String key, int version, String name, String text, boolean retired, List<Version> history) {
    static Full of(PolicyFile file) {
      return new Full(
          file.policy().version().key(),
          file.policy().version().version(),
          file.policy().name(),
          file.text(),
          file.retired(),
          file.versions().stream().map(Version::of).toList());
    }
  }

  /** A version of the same policy. */
  @Schema(
      name = "PolicyHistory",
      requiredProperties = {"version", "publishedAt"})
  public record Version(
      int version,
      String publishedAt,
      @Nullable String publisher,
      @Nullable String reason,
      @Nullable String signer,
      @Nullable String signingReason) {
    static Version of(PolicyFile.Version version) {
      return new Version(
          version.number(),
          version.publishedAt().toString(),
          version.publisher().map(PolicyFile.Word::name).orElse(null),
          version.publisher().map(PolicyFile.Word::reason).orElse(null),
          version.signer().map(PolicyFile.Word::name).orElse(null),
          version.signer().map(PolicyFile.Word::reason).orElse(null));
    }
  }

  /** What two versions say differently. */
  @Schema(
      name = "PolicyDifference",
      requiredProperties = {"older", "newer", "noWeaker", "lines"})
  public record Difference(String older, String newer, boolean noWeaker, List<Change> lines) {
    static Difference of(ComparePolicies.Difference difference) {
      return new Difference(
          difference.older().toString(),
          difference.newer().toString(),
          difference.noWeaker(),
          difference.lines().stream().map(Change::of).toList());
    }
  }

  /** A line of either text. */
  @Schema(
      name = "PolicyChange",
      requiredProperties = {"change", "text"})
  public record Change(String change, String text) {
    static Change of(PolicyDifference.Line line) {
      String change =
          switch (line.change()) {
            case KEPT -> "kept";
            case REMOVED -> "removed";
            case ADDED -> "added";
          };
      return new Change(change, line.text());
    }
  }

  /** What a text would mean; without faults all the other members are there. */
  @Schema(
      name = "PolicyAnalysis",
      requiredProperties = {"faults"})
  public record Analysis(
      List<Fault> faults,
      @Nullable String account,
      @Nullable Boolean singleChannel,
      @Nullable String level,
      @Nullable List<Theft> thefts,
      @Nullable List<List<String>> lockouts) {
    static Analysis of(PolicyAnalysis analysis) {
      List<Fault> faults = analysis.faults().stream().map(Fault::of).toList();
      return analysis
          .found()
          .map(
              found ->
                  new Analysis(
                      faults,
                      found.account().code(),
                      found.worst().singleChannel(),
                      found.assurance().level().code(),
                      found.of().theftsByRecovery(Level.LOW).stream().map(Theft::of).toList(),
                      found.of().lockouts().stream()
                          .map(LossSet::channels)
                          .map(lost -> lost.stream().map(PolicyJson::name).sorted().toList())
                          .toList()))
          .orElseGet(() -> new Analysis(faults, null, null, null, null, null));
    }
  }

  /** A fault; line 0 when the whole text is meant. */
  @Schema(
      name = "PolicyFault",
      requiredProperties = {"line", "reason", "words"})
  public record Fault(int line, String reason, List<String> words) {
    static Fault of(PolicyFault fault) {
      return new Fault(fault.line(), fault.reason().code(), fault.words());
    }
  }

  /** Channels that together open the account by a recovery, when nothing looks odd. */
  @Schema(
      name = "PolicyTheft",
      requiredProperties = {"channels", "secondsToReact", "noticeArrives"})
  public record Theft(List<String> channels, long secondsToReact, boolean noticeArrives) {
    static Theft of(TheftSet theft) {
      return new Theft(
          theft.channels().stream().map(PolicyJson::name).sorted().toList(),
          theft.toReact().toSeconds(),
          theft.heard());
    }
  }

  private static String name(Channel channel) {
    return (channel.kind().code() + " " + channel.detail()).strip();
  }
}
