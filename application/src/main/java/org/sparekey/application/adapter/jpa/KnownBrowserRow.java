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
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;

@Entity
@Table(name = "known_browser")
class KnownBrowserRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "account")
  private UUID account;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "first_seen_at")
  private Instant firstSeenAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "remembered_at")
  private @Nullable Instant rememberedAt;

  @Column(name = "forgotten_at")
  private @Nullable Instant forgottenAt;

  protected KnownBrowserRow() {}

  KnownBrowserRow(KnownBrowser browser) {
    id = browser.id().value();
    account = browser.account().value();
    tokenHash = browser.tokenHash();
    firstSeenAt = browser.firstSeenAt();
    lastSeenAt = browser.lastSeenAt();
    userAgent = browser.userAgent();
    rememberedAt = browser.rememberedAt().orElse(null);
    forgottenAt = browser.forgottenAt().orElse(null);
  }

  KnownBrowser toDomain() {
    return new KnownBrowser(
        new BrowserId(id),
        new AccountId(account),
        tokenHash,
        firstSeenAt,
        lastSeenAt,
        userAgent,
        Optional.ofNullable(rememberedAt),
        Optional.ofNullable(forgottenAt));
  }
}
