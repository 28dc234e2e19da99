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
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;
import org.sparekey.domain.shared.ContactPointId;

@Entity
@Table(name = "issued_code")
class IssuedCodeRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "purpose")
  private String purpose;

  @Column(name = "flow")
  private String flow;

  @Column(name = "account")
  private UUID account;

  @Column(name = "contact_point")
  private UUID contactPoint;

  @Column(name = "mac")
  private String mac;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "spent_at")
  private @Nullable Instant spentAt;

  protected IssuedCodeRow() {}

  IssuedCodeRow(IssuedCode code) {
    id = code.id().value();
    purpose = code.purpose().code();
    flow = code.flow();
    account = code.account().value();
    contactPoint = code.contactPoint().value();
    mac = code.mac();
    issuedAt = code.issuedAt();
    expiresAt = code.expiresAt();
    spentAt = code.spentAt().orElse(null);
  }

  IssuedCode toDomain() {
    return new IssuedCode(
        new CodeId(id),
        Texts.ofCode(CodePurpose.values(), CodePurpose::code, purpose),
        flow,
        new AccountId(account),
        new ContactPointId(contactPoint),
        mac,
        issuedAt,
        expiresAt,
        Optional.ofNullable(spentAt));
  }
}
