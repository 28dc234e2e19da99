package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void anUnknownIdFindsNothing() {
    OrganisationId unknown = new OrganisationId(given.id());

    assertThat(house.inTransaction(() -> house.organisations().find(unknown))).isEmpty();
  }
}
