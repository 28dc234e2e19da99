package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.sparekey.application.port.VetoLink;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.RecoveryId;

@Entity
@Table(name = "veto_link")
class VetoLinkRow {

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "recovery")
  private UUID recovery;

  @Column(name = "contact_point")
  private UUID contactPoint;

  @Column(name = "created_at")
  private Instant createdAt;

  protected VetoLinkRow() {}

  VetoLinkRow(VetoLink link) {
    tokenHash = link.tokenHash();
    recovery = link.recovery().value();
    contactPoint = link.sentTo().value();
    createdAt = link.createdAt();
  }

  VetoLink toDomain() {
    return new VetoLink(
        tokenHash, new RecoveryId(recovery), new ContactPointId(contactPoint), createdAt);
  }
}
