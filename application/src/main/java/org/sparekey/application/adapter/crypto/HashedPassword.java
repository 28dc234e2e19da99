package org.sparekey.application.adapter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparekey.domain.shared.Secret;

/**
 * A hash in PHC form: {@code $argon2id$v=19$m=19456,t=2,p=1,keyid=MQ$salt$hash}, base 64 without
 * padding; {@code keyid} holds the number of the pepper. {@code $token$} takes the place of {@code
 * $argon2id$v=19$} for the hash that only a benchmark uses.
 */
record HashedPassword(
    boolean token,
    int memoryKib,
    int iterations,
    int parallelism,
    int pepper,
    Secret salt,
    Secret hash) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$(argon2id\\$v=19|token)\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,3}),"
              + "keyid=([A-Za-z0-9+/]{1,11})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{11,172})");

  static Optional<HashedPassword> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Base64.Decoder decoder = Base64.getDecoder();
    try {
      return Optional.of(
          new HashedPassword(
              "token".equals(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)),
              Integer.parseInt(matcher.group(4)),
              Integer.parseInt(new String(decoder.decode(matcher.group(5)), US_ASCII)),
              Secret.of(decoder.decode(matcher.group(6))),
              Secret.of(decoder.decode(matcher.group(7)))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  HashedPassword with(Secret computed) {
    return new HashedPassword(token, memoryKib, iterations, parallelism, pepper, salt, computed);
  }

  String phc() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return (token ? "$token" : "$argon2id$v=19")
        + "$m="
        + memoryKib
        + ",t="
        + iterations
        + ",p="
        + parallelism
        + ",keyid="
        + encoder.encodeToString(Integer.toString(pepper).getBytes(US_ASCII))
        + "$"
        + encoder.encodeToString(salt.reveal())
        + "$"
        + encoder.encodeToString(hash.reveal());
  }
}
