package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.FactorId;

@Entity
@Table(name = "contact_point")
class ContactPointRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "account")
  private UUID account;

  @Column(name = "kind")
  private String kind;

  @Column(name = "address")
  private String address;

  @Column(name = "address_folded")
  private String addressFolded;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "usable_from")
  private @Nullable Instant usableFrom;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  @Column(name = "opened_with")
  private @Nullable UUID openedWith;

  protected ContactPointRow() {}

  ContactPointRow(ContactPoint contactPoint) {
    id = contactPoint.id().value();
    take(contactPoint);
  }

  final void take(ContactPoint contactPoint) {
    account = contactPoint.account().value();
    kind = contactPoint.kind().code();
    address = contactPoint.value();
    addressFolded = Texts.folded(contactPoint.value());
    addedAt = contactPoint.addedAt();
    confirmedAt = contactPoint.confirmedAt().orElse(null);
    usableFrom = contactPoint.usableForRecoveryFrom().orElse(null);
    removedAt = contactPoint.removedAt().orElse(null);
    openedWith = contactPoint.openedWith().map(FactorId::value).orElse(null);
  }

  ContactPoint toDomain() {
    return new ContactPoint(
        new ContactPointId(id),
        new AccountId(account),
        Texts.ofCode(ContactPoint.Kind.values(), ContactPoint.Kind::code, kind),
        address,
        addedAt,
        Optional.ofNullable(confirmedAt),
        Optional.ofNullable(usableFrom),
        Optional.ofNullable(removedAt),
        Optional.ofNullable(openedWith).map(FactorId::new));
  }
}
