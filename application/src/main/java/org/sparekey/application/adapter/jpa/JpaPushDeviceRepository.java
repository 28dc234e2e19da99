package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushDevice;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/** Phones as rows; where they hear pushes is sealed. */
@Adapter
public class JpaPushDeviceRepository implements PushDeviceRepository {

  private final EntityManager em;
  private final Sealer sealer;

  @Inject
  public JpaPushDeviceRepository(EntityManager em, Sealer sealer) {
    this.em = em;
    this.sealer = sealer;
  }

  @Override
  public void add(FactorId factor, String codeHash) {
    em.flush(); // the factor is pending in the context, and this row points to it
    Sql.update(
        connection(),
        "insert into push_device (factor, code_hash) values (?, ?)",
        factor.value(),
        codeHash);
  }

  @Override
  public Optional<PushDevice> find(FactorId factor) {
    return Sql.query(
            connection(),
            "select public_key, user_agent, claimed_from, claimed_at, sealed_address, key_number"
                + " from push_device where factor = ?",
            row -> read(factor, row),
            factor.value())
        .stream()
        .findFirst();
  }

  private PushDevice read(FactorId factor, ResultSet row) throws SQLException {
    String key = row.getString(1);
    Optional<PushDevice.Claim> claim =
        key == null
            ? Optional.empty()
            : Optional.of(
                new PushDevice.Claim(key, row.getString(2), row.getString(3), Sql.instant(row, 4)));
    return new PushDevice(factor, claim, address(factor, row.getString(5), row.getInt(6)));
  }

  private Optional<PushAddress> address(FactorId factor, @Nullable String sealed, int key) {
    if (sealed == null) {
      return Optional.empty();
    }
    List<String> parts = sealer.open(sealed, context(factor)).revealText().lines().toList();
    return Optional.of(new PushAddress(URI.create(parts.get(0)), parts.get(1), parts.get(2), key));
  }

  @Override
  public Optional<FactorId> waitingFor(String codeHash) {
    return Sql.query(
            connection(),
            "select factor from push_device where code_hash = ?",
            row -> new FactorId(row.getObject(1, UUID.class)),
            codeHash)
        .stream()
        .findFirst();
  }

  @Override
  public boolean claim(FactorId factor, String codeHash, PushDevice.Claim claim) {
    return Rows.updateOne(
        em,
        "update push_device set code_hash = null, public_key = ?, user_agent = ?,"
            + " claimed_from = ?, claimed_at = ? where factor = ? and code_hash = ?",
        claim.publicKey(),
        claim.userAgent(),
        claim.sourceAddress(),
        claim.at(),
        factor.value(),
        codeHash);
  }

  @Override
  public void hearAt(FactorId factor, PushAddress address) {
    String text =
        String.join("\n", address.endpoint().toString(), address.p256dh(), address.auth());
    Sql.update(
        connection(),
        "update push_device set sealed_address = ?, key_number = ?"
            + " where factor = ? and public_key is not null",
        sealer.seal(Secret.ofText(text), context(factor)),
        address.keyNumber(),
        factor.value());
  }

  @Override
  public void forget(FactorId factor, PushAddress address) {
    if (find(factor).flatMap(PushDevice::address).filter(address::equals).isPresent()) {
      Sql.update(
          connection(),
          "update push_device set sealed_address = null, key_number = null where factor = ?",
          factor.value());
    }
  }

  @Override
  public void lock(AccountId account, Instant now) {
    boolean locked =
        Rows.updateOne(
            em, "update push_lock set locked_at = ? where account = ?", now, account.value());
    if (!locked) {
      Sql.update(
          connection(),
          "insert into push_lock (account, locked_at) values (?, ?) on conflict do nothing",
          account.value(),
          now);
    }
  }

  @Override
  public void unlock(AccountId account) {
    Sql.update(connection(), "delete from push_lock where account = ?", account.value());
  }

  @Override
  public Optional<Instant> lockedSince(AccountId account) {
    return Sql.query(
            connection(),
            "select locked_at from push_lock where account = ?",
            row -> Sql.instant(row, 1),
            account.value())
        .stream()
        .findFirst();
  }

  private static String context(FactorId factor) {
    return "push-address:" + factor;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
