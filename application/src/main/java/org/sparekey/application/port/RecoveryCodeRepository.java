package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.recoverycode.CodeBatch;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeBatchId;
import org.sparekey.domain.shared.RecoveryCodeId;

/** Saved recovery codes, as hashes. What was used and what has ended stays, without its hash. */
public interface RecoveryCodeRepository {

  /** The batch in force, with all its codes. */
  Optional<CodeSheet> inForce(AccountId account);

  /** The number of the latest batch, ended or not; 0 when there never was one. */
  int latestNumber(AccountId account);

  /** Adds a batch; false, and nothing added, when the account has one with that number. */
  boolean add(CodeBatch batch);

  /** Adds a code; false, and nothing added, when the batch has one with that number. */
  boolean add(CodeBatchId batch, SavedCode code);

  /**
   * Spends by one guarded update and wipes the hash: true for exactly one of any number of calls,
   * and false for a code whose batch has ended (attacks row 11).
   */
  boolean spend(RecoveryCodeId id, Instant now);

  /** Ends a batch and wipes its hashes: true for exactly one of any number of calls. */
  boolean end(CodeBatchId id, Instant now);
}
