package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.PolicyDraftId;

@ParameterizedClass
@EnumSource
class PolicyDraftRepositoryContractTest {

  private final House house;
  private final Given given;

  PolicyDraftRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void aDraftIsFoundAsItWasTyped() {
    Account author = given.account();
    PolicyDraft draft = draft(author);

    assertThat(found(draft)).contains(draft);
    assertThat(house.inTransaction(() -> house.policyDrafts().of(author.organisation())))
        .containsExactly(draft);
    assertThat(house.inTransaction(() -> house.policyDrafts().of(given.organisation().id())))
        .isEmpty();
  }

  @Test
  void whatWasProposedIsKept() {
    Account author = given.account();
    PolicyDraft proposed =
        draft(author).proposed(new PolicyDraft.Proposal(author.id(), given.now(), Given.UNICODE));

    assertThat(saved(proposed)).isTrue();
    assertThat(found(proposed)).contains(proposed);

    PolicyDraft changed = proposed.changed("another text", author.id(), given.now());
    assertThat(saved(changed)).isTrue();
    assertThat(found(changed))
        .contains(changed)
        .get()
        .extracting(PolicyDraft::proposal)
        .isEqualTo(Optional.empty());
  }

  /** Two tabs with the same draft: the second is not heard, and takes nothing away. */
  @Test
  void whoHasNotSeenTheLatestWritesNothing() {
    PolicyDraft draft = draft(given.account());
    PolicyDraft first = draft.changed("first", draft.author(), given.now());
    PolicyDraft second = draft.changed("second", draft.author(), given.now());

    assertThat(saved(first)).isTrue();
    assertThat(saved(second)).isFalse();

    assertThat(found(draft)).contains(first);
    assertThat(removed(draft)).isFalse();
    assertThat(removed(first)).isTrue();
    assertThat(removed(first)).isFalse();
    assertThat(found(draft)).isEmpty();
    assertThat(saved(first.changed("third", draft.author(), given.now()))).isFalse();
  }

  @Test
  void ofManyWhoSaveAtOnceOneIsHeard() {
    PolicyDraft draft = draft(given.account());
    AtomicInteger heard = new AtomicInteger();

    Race.of(
        8,
        () -> {
          if (saved(draft.changed("mine", draft.author(), given.now()))) {
            heard.incrementAndGet();
          }
          return true;
        });

    assertThat(heard).hasValue(1);
  }

  private boolean saved(PolicyDraft draft) {
    return house.inTransaction(() -> house.policyDrafts().save(draft));
  }

  private boolean removed(PolicyDraft draft) {
    return house.inTransaction(() -> house.policyDrafts().remove(draft.id(), draft.saved()));
  }

  private Optional<PolicyDraft> found(PolicyDraft draft) {
    return house.inTransaction(() -> house.policyDrafts().find(draft.id()));
  }

  private PolicyDraft draft(Account author) {
    PolicyDraft draft =
        new PolicyDraft(
            new PolicyDraftId(given.id()),
            author.organisation(),
            "ours",
            "no policy at all\n" + Given.UNICODE,
            1,
            author.id(),
            given.now(),
            given.now(),
            Optional.empty());
    house.transact(() -> house.policyDrafts().add(draft));
    return draft;
  }
}
