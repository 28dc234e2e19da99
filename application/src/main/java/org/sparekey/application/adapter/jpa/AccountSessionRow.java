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
import org.sparekey.domain.account.Session;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.SessionId;

@Entity
@Table(name = "account_session")
class AccountSessionRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "account")
  private UUID account;

  @Column(name = "level")
  private String level;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "browser")
  private @Nullable UUID browser;

  @Column(name = "source_address")
  private String sourceAddress;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected AccountSessionRow() {}

  AccountSessionRow(Session session) {
    id = session.id().value();
    take(session);
  }

  final void take(Session session) {
    account = session.account().value();
    level = session.level().code();
    tokenHash = session.tokenHash();
    startedAt = session.startedAt();
    lastSeenAt = session.lastSeenAt();
    confirmedAt = session.confirmedAt().orElse(null);
    browser = session.browser().map(BrowserId::value).orElse(null);
    sourceAddress = session.sourceAddress();
    userAgent = session.userAgent();
    endedAt = session.endedAt().orElse(null);
  }

  /** Whether the database has it: EclipseLink counts versions from 1. */
  boolean written() {
    return version > 0;
  }

  boolean ended() {
    return endedAt != null;
  }

  Session toDomain() {
    return new Session(
        new SessionId(id),
        new AccountId(account),
        Texts.ofCode(Session.Level.values(), Session.Level::code, level),
        tokenHash,
        startedAt,
        lastSeenAt,
        Optional.ofNullable(confirmedAt),
        Optional.ofNullable(browser).map(BrowserId::new),
        sourceAddress,
        userAgent,
        Optional.ofNullable(endedAt));
  }
}
