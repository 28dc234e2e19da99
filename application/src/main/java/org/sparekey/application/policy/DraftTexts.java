package org.sparekey.application.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.PolicyDraftId;

/** Begins drafts, and cleans what was typed or uploaded. */
@Dependent
class DraftTexts {

  /** More drafts than this nobody finishes. */
  static final int MOST_DRAFTS = 50;

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,49}");
  private static final Pattern KEY_LINE =
      Pattern.compile("^[ \\t]*key[ \\t]+(\\S+)[ \\t]*$", Pattern.MULTILINE);
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  private final PolicyRepository policies;
  private final PolicyDraftRepository drafts;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  DraftTexts(
      PolicyRepository policies, PolicyDraftRepository drafts, IdSource ids, InstantSource clock) {
    this.policies = policies;
    this.drafts = drafts;
    this.ids = ids;
    this.clock = clock;
  }

  /** As it is kept: lines end alike, and nothing in it is invisible. */
  static String clean(String typed) {
    return UNPRINTABLE
        .matcher(typed.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", ""))
        .replaceAll("");
  }

  /** The key that a text names, whether or not the rest of it can be read. */
  static Optional<String> keyIn(String text) {
    Matcher line = KEY_LINE.matcher(text);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  /** Why the organisation cannot have a draft of this key; empty when it can. */
  Optional<PolicyRefusal> obstacle(SessionView staff, String key) {
    if (!KEY.matcher(key).matches()) {
      return Optional.of(PolicyRefusal.BAD_KEY);
    }
    boolean taken =
        policies.history(key).stream()
            .anyMatch(row -> row.organisation().filter(staff.organisation()::equals).isEmpty());
    if (taken) {
      return Optional.of(PolicyRefusal.KEY_TAKEN);
    }
    return drafts.of(staff.organisation()).size() >= MOST_DRAFTS
        ? Optional.of(PolicyRefusal.TOO_MANY_DRAFTS)
        : Optional.empty();
  }

  /** Adds a draft. */
  PolicyDraft begin(SessionView staff, String key, String text) {
    Instant now = Moments.storable(clock.instant());
    PolicyDraft draft =
        new PolicyDraft(
            new PolicyDraftId(ids.next()),
            staff.organisation(),
            key,
            text,
            1,
            staff.account(),
            now,
            now,
            Optional.empty());
    drafts.add(draft);
    return draft;
  }
}
