package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import java.util.function.Function;
import org.sparekey.application.port.Passkey;

/**
 * A credential of a passkey or a security key, apart from the factor's row: its counter is taken by
 * one guarded update, which must not collide with the version of the factor.
 */
@Entity
@Table(name = "passkey")
class PasskeyRow {

  @Id private UUID factor;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "credential_id")
  private String credentialId;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "sign_count")
  private long signCount;

  @Column(name = "aaguid")
  private UUID aaguid;

  @Column(name = "transports")
  private String transports;

  @Column(name = "discoverable")
  private boolean discoverable;

  @Column(name = "backup_eligible")
  private boolean backupEligible;

  @Column(name = "backed_up")
  private boolean backedUp;

  protected PasskeyRow() {}

  PasskeyRow(Passkey passkey) {
    factor = passkey.factor().value();
    credentialId = passkey.credentialId();
    publicKey = passkey.publicKey();
    signCount = passkey.signCount();
    aaguid = passkey.aaguid();
    transports = Texts.codes(passkey.transports(), Function.identity());
    discoverable = passkey.discoverable();
    backupEligible = passkey.backupEligible();
    backedUp = passkey.backedUp();
  }
}
