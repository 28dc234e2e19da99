package org.sparekey.application.authenticator;

import org.sparekey.application.port.PushDevice;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/** A phone that signed what it said, its factor and its owner. */
record Phone(Account owner, Factor factor, PushDevice device) {

  /** An act of this phone. */
  AuditDraft draft(AuditCode code, Origin origin) {
    return AuditDraft.of(code, Actor.owner(owner.id()), origin)
        .about(owner.id(), owner.organisation())
        .factor(FactorKind.PUSH.code(), factor.id());
  }
}
