package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * Seed and steps of a TOTP factor, apart from the factor's row: a step is accepted by one guarded
 * update, which must not collide with the version of the factor.
 */
@Entity
@Table(name = "totp")
class TotpRow {

  @Id private UUID factor;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "sealed_seed")
  private String sealedSeed;

  @Column(name = "last_step")
  private long lastStep;

  @Column(name = "lag")
  private int lag;

  @Column(name = "late_step")
  private long lateStep;

  protected TotpRow() {}

  TotpRow(UUID factor, String sealedSeed) {
    this.factor = factor;
    this.sealedSeed = sealedSeed;
    lastStep = -1;
    lag = 0;
    lateStep = -1;
  }
}
