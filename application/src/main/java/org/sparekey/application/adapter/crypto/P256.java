package org.sparekey.application.adapter.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;

/** Keys on the curve P-256 (FIPS 186-5), between their bytes and the JDK. */
final class P256 {

  /** Bytes of a public key: 4, x, y (SEC 1 §2.3.3). */
  static final int PUBLIC_LENGTH = 65;

  private static final byte UNCOMPRESSED = 4;
  private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256r1");

  private P256() {}

  /** The pair whose private half comes from these 32 random bytes, the same one each time. */
  static KeyPair pair(byte[] random) {
    // FIPS 186-5 §A.2.1 would take 8 bytes more against a bias, which is 2^-32 on this curve
    BigInteger most = CURVE.getN().subtract(BigInteger.ONE);
    BigInteger scalar = new BigInteger(1, random).mod(most).add(BigInteger.ONE);
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return new KeyPair(
          publicKey(CURVE.getG().multiply(scalar)),
          factory.generatePrivate(new ECPrivateKeySpec(scalar, parameters())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** The key that these bytes are; empty when they are no point of the curve. */
  static Optional<PublicKey> publicKey(byte[] bytes) {
    if (bytes.length != PUBLIC_LENGTH || bytes[0] != UNCOMPRESSED) {
      return Optional.empty();
    }
    try {
      return Optional.of(publicKey(CURVE.getCurve().decodePoint(bytes)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private static PublicKey publicKey(ECPoint point) throws GeneralSecurityException {
    ECPoint plain = point.normalize();
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new java.security.spec.ECPoint(
                    plain.getAffineXCoord().toBigInteger(), plain.getAffineYCoord().toBigInteger()),
                parameters()));
  }

  private static ECParameterSpec parameters() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }
}
