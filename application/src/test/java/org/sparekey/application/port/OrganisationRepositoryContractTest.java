package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.shared.OrganisationId;

@ParameterizedClass
@EnumSource
class OrganisationRepositoryContractTest {

  private final House house;
  private final Given given;

  OrganisationRepositoryContractTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
  }

  @Test
  void whatWasAddedIsFoundAsItWas() {
    Organisation organisation = given.organisation();

    assertThat(house.inTransaction(() -> house.organisations().find(organisation.id())))
        .contains(organisation);
    assertThat(house.inTransaction(() -> house.organisations().all())).contains(organisation);
  }

  @Test
  void itsPoliciesCanBeChanged() {
    Organisation organisation = given.organisation();
    Organisation changed = organisation.ownersUnder("quick").staffUnder("staff");

    house.transact(() -> house.organisations().save(changed));

    assertThat(house.inTransaction(() -> house.organisations().find(organisation.id())))
        .contains(changed);
  }

  @RepeatedTest(5)
  void ofTwoChangesAtOnceNeitherIsLost() {
    Organisation organisation = given.organisation();
    Queue<UnaryOperator<Organisation>> changes =
        new ConcurrentLinkedQueue<>(
            List.of(o -> o.ownersUnder("quick"), o -> o.staffUnder("staff")));

    Race.of(2, () -> house.inTransaction(() -> change(organisation.id(), changes.poll())));

    assertThat(house.inTransaction(() -> house.organisations().find(organisation.id())))
        .contains(organisation.ownersUnder("quick").staffUnder("staff"));
  }

  private boolean change(OrganisationId id, @Nullable UnaryOperator<Organisation> change) {
    house.organisations().lock(id);
    Organisation now = house.organisations().find(id).orElseThrow();
    house.organisations().save(Objects.requireNonNull(change).apply(now));
    return true;
  }

  @Test
  void anUnknownIdFindsNothing() {
    OrganisationId unknown = new OrganisationId(given.id());

    assertThat(house.inTransaction(() -> house.organisations().find(unknown))).isEmpty();
  }
}
