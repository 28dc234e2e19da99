package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Step;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Secret;

/**
 * What the browser holds during a password reset: a sealed token with the account in it, or with an
 * id that no account has. Nothing is stored, so an unknown name leaves no more traces than a known
 * one (attacks row 16).
 */
@Step
class ResetFlow {

  private static final String CONTEXT = "password-reset-flow";
  private static final int NONCE_BYTES = 16;
  private static final int LONGEST_TOKEN = 300;

  private final Sealer sealer;
  private final Macs macs;
  private final RandomSource random;

  @Inject
  ResetFlow(Sealer sealer, Macs macs, RandomSource random) {
    this.sealer = sealer;
    this.macs = macs;
    this.random = random;
  }

  /** A new flow for this account. */
  Secret begin(AccountId account) {
    ByteBuffer content = ByteBuffer.allocate(2 * Long.BYTES + NONCE_BYTES);
    content.putLong(account.value().getMostSignificantBits());
    content.putLong(account.value().getLeastSignificantBits());
    content.put(random.bytes(NONCE_BYTES).reveal());
    return Secret.ofText(sealer.seal(Secret.of(content.array()), CONTEXT));
  }

  /** The account of the flow, which may be nobody's; empty when the token is none of ours. */
  Optional<AccountId> account(Secret token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      ByteBuffer content = ByteBuffer.wrap(sealer.open(token.revealText(), CONTEXT).reveal());
      return content.remaining() == 2 * Long.BYTES + NONCE_BYTES
          ? Optional.of(new AccountId(new UUID(content.getLong(), content.getLong())))
          : Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** What the codes of this flow are bound to. */
  String name(Secret token) {
    return "reset:" + macs.fingerprint(token);
  }
}
