package org.sparekey.application.port;

import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;

/** Takes facts, in the transaction of the use case that states them. */
public interface AuditLog {

  /** Gives the fact an id and a time and writes it; its personal data stand apart. */
  AuditEntry record(AuditDraft fact);
}
