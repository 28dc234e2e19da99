package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * Writes entries, two rows each: the facts with a salted SHA-256 commitment to the origin, and the
 * origin with the salt, which can be erased by itself.
 */
@Adapter
public class JpaAuditLog implements AuditLog {

  private static final int SALT_BYTES = 16;

  private final EntityManager em;
  private final IdSource ids;
  private final InstantSource clock;
  private final RandomSource random;

  @Inject
  public JpaAuditLog(EntityManager em, IdSource ids, InstantSource clock, RandomSource random) {
    this.em = em;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public AuditEntry record(AuditDraft fact) {
    UUID id = ids.next();
    Instant at = Moments.storable(clock.instant());
    Origin origin = fact.origin();
    String salt = HexFormat.of().formatHex(random.bytes(SALT_BYTES).reveal());
    Connection connection = em.unwrap(Connection.class);
    Sql.update(
        connection,
        "insert into audit_entry (id, recorded_at, code, outcome, actor_kind, actor, subject,"
            + " organisation, reason, factor_kind, factor, recovery, policy, detail, commitment)"
            + " values ("
            + Sql.places(15)
            + ")",
        id,
        at,
        fact.code().code(),
        fact.outcome().code(),
        fact.actor().kind().code(),
        fact.actor().account().map(AccountId::value).orElse(null),
        fact.subject().map(AccountId::value).orElse(null),
        fact.organisation().map(OrganisationId::value).orElse(null),
        fact.reason().orElse(null),
        fact.factorKind().orElse(null),
        fact.factor().map(FactorId::value).orElse(null),
        fact.recovery().map(RecoveryId::value).orElse(null),
        fact.policy().orElse(null),
        fact.detail().orElse(null),
        commitment(salt, origin));
    Sql.update(
        connection,
        "insert into audit_personal (entry, salt, source_address, user_agent, browser)"
            + " values (?, ?, ?, ?, ?)",
        id,
        salt,
        origin.sourceAddress(),
        origin.userAgent(),
        origin.browser().map(BrowserId::value).orElse(null));
    return new AuditEntry(new AuditEntryId(id), at, fact);
  }

  /**
   * SHA-256, as lower-case hex, over salt, source address, user agent and browser id, each in UTF-8
   * after its length in bytes and a colon, so that none runs into the next.
   */
  static String commitment(String salt, Origin origin) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    String browser = origin.browser().map(BrowserId::toString).orElse("");
    for (String part : new String[] {salt, origin.sourceAddress(), origin.userAgent(), browser}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
