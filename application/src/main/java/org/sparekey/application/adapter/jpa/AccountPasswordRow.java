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
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.shared.ContactPointId;

@Entity
@Table(name = "account_password")
class AccountPasswordRow {

  @Id private UUID account;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "hash")
  private String hash;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "reset_through")
  private @Nullable UUID resetThrough;

  protected AccountPasswordRow() {}

  AccountPasswordRow(UUID account, StoredPassword password) {
    this.account = account;
    take(password);
  }

  final void take(StoredPassword password) {
    hash = password.hash();
    changedAt = password.changedAt();
    resetThrough = password.resetThrough().map(ContactPointId::value).orElse(null);
  }

  StoredPassword toDomain() {
    return new StoredPassword(
        hash, changedAt, Optional.ofNullable(resetThrough).map(ContactPointId::new));
  }
}
