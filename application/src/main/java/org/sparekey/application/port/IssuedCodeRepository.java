package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeId;

/** Codes that were sent and wait to be typed. */
public interface IssuedCodeRepository {

  void add(IssuedCode code);

  /** Codes for this purpose, flow and account that may be spent at {@code now}, newest first. */
  List<IssuedCode> open(CodePurpose purpose, String flow, AccountId account, Instant now);

  /** Spends by one guarded update: true for exactly one of any number of calls (attacks row 11). */
  boolean spend(CodeId id, Instant now);

  /** Ends every open code of the account; returns how many. */
  int endAllOf(AccountId account, Instant now);

  /** Deletes codes that expired before {@code before}; at most {@code limit}; returns how many. */
  int purge(Instant before, int limit);
}
