package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.shared.OrganisationId;

@Entity
@Table(name = "organisation")
class OrganisationRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "name")
  private String name;

  @Column(name = "owner_policy")
  private String ownerPolicy;

  @Column(name = "staff_policy")
  private String staffPolicy;

  @Column(name = "password_reset")
  private String passwordReset;

  protected OrganisationRow() {}

  OrganisationRow(Organisation organisation) {
    id = organisation.id().value();
    take(organisation);
  }

  final void take(Organisation organisation) {
    name = organisation.name();
    ownerPolicy = organisation.ownerPolicy();
    staffPolicy = organisation.staffPolicy();
    passwordReset = organisation.passwordReset().code();
  }

  Organisation toDomain() {
    return new Organisation(
        new OrganisationId(id),
        name,
        ownerPolicy,
        staffPolicy,
        Texts.ofCode(PasswordResetRule.values(), PasswordResetRule::code, passwordReset));
  }
}
