package org.sparekey.domain.policy;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.PolicyDraftId;

/**
 * What an administrator is writing. The text is kept as it was typed, faults included; nothing
 * obeys it before it is published.
 *
 * @param key of the policy whose next version it is to be, whatever the text says
 * @param saved how often it was saved; who saves must have seen the latest
 * @param author who saved it last
 * @param proposal that it be published; ends with the next change of the text
 */
public record PolicyDraft(
    PolicyDraftId id,
    OrganisationId organisation,
    String key,
    String text,
    int saved,
    AccountId author,
    Instant startedAt,
    Instant changedAt,
    Optional<Proposal> proposal) {

  /** Longer than any policy, and shorter than what a form may send; in characters. */
  public static final int LONGEST_TEXT = 16_000;

  /** Longer reasons nobody reads; in characters. */
  public static final int LONGEST_REASON = 1_000;

  /**
   * That this very text be published although one channel opens accounts under it. It takes another
   * person's signature (ASVS 2.3.5).
   */
  public record Proposal(AccountId by, Instant at, String reason) {}

  /** With another text, by this person: what was proposed was another one. */
  public PolicyDraft changed(String newText, AccountId by, Instant now) {
    return new PolicyDraft(
        id, organisation, key, newText, saved + 1, by, startedAt, now, Optional.empty());
  }

  /** Proposed for publishing. */
  public PolicyDraft proposed(Proposal made) {
    return new PolicyDraft(
        id, organisation, key, text, saved + 1, author, startedAt, changedAt, Optional.of(made));
  }

  /** The text, read. */
  public PolicyReading reading() {
    return PolicyReader.read(text);
  }
}
