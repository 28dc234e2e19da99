package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sparekey.domain.shared.Secret;

/**
 * The header {@code X-Twilio-Signature}: HMAC-SHA-1 under the account's token over the address and,
 * sorted by name, each field's name and value, in base 64. SHA-1 is the service's choice; as a
 * keyed hash it still holds.
 */
final class TwilioSignature {

  private static final String ALGORITHM = "HmacSHA1";

  private TwilioSignature() {}

  static boolean right(
      Secret token, URI address, Map<String, List<String>> form, String signature) {
    return MessageDigest.isEqual(
        of(token, address, form).getBytes(US_ASCII), signature.getBytes(UTF_8));
  }

  static String of(Secret token, URI address, Map<String, List<String>> form) {
    StringBuilder signed = new StringBuilder(address.toString());
    new TreeMap<>(form)
        .forEach(
            (name, values) ->
                new TreeSet<>(values).forEach(value -> signed.append(name).append(value)));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.reveal(), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + ALGORITHM, e);
    }
  }
}
