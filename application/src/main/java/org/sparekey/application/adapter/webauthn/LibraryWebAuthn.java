package org.sparekey.application.adapter.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorAttachment;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialHints;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.NotAllowedCredentialIdException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.Passkey;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.WebAuthn;
import org.sparekey.domain.shared.FactorId;

/** WebAuthn Level 3 by WebAuthn4J. */
@Adapter
public class LibraryWebAuthn implements WebAuthn {

  /** What is offered: ES256 and EdDSA, and RS256 for the authenticators of Windows. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(
              algorithm ->
                  new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
          .toList();

  /** How long a browser waits for the authenticator (WebAuthn Level 3 §15.1: 5 to 10 minutes). */
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LONGEST_JSON = 32_768;
  private static final Set<AuthenticatorTransport> TRANSPORTS =
      Set.of(
          AuthenticatorTransport.USB,
          AuthenticatorTransport.NFC,
          AuthenticatorTransport.BLE,
          AuthenticatorTransport.create("smart-card"),
          AuthenticatorTransport.HYBRID,
          AuthenticatorTransport.INTERNAL);

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final SiteSettings site;

  @Inject
  public LibraryWebAuthn(SiteSettings site) {
    this.site = site;
  }

  @Override
  public String creationOptions(String challenge, User user, Use use, List<Passkey> known) {
    boolean alone = use == Use.ALONE;
    return json(
        new PublicKeyCredentialCreationOptions(
            new PublicKeyCredentialRpEntity(rpId(), site.siteName()),
            new PublicKeyCredentialUserEntity(
                bytes(user.handle()), user.name(), user.displayName()),
            new DefaultChallenge(bytes(challenge)),
            ALGORITHMS,
            TIMEOUT.toMillis(),
            descriptors(known),
            new AuthenticatorSelectionCriteria(
                alone ? null : AuthenticatorAttachment.CROSS_PLATFORM,
                alone,
                alone ? ResidentKeyRequirement.REQUIRED : ResidentKeyRequirement.DISCOURAGED,
                verification(use)),
            alone ? List.of() : List.of(PublicKeyCredentialHints.SECURITY_KEY),
            AttestationConveyancePreference.NONE,
            null));
  }

  @Override
  public Optional<String> challengeOfNew(String json) {
    return read(json, () -> library.parseRegistrationResponseJSON(json))
        .flatMap(said -> Optional.ofNullable(said.getCollectedClientData()))
        .map(client -> text(client.getChallenge().getValue()));
  }

  @Override
  public Registration register(String json, FactorId factor, String challenge, Use use) {
    Optional<RegistrationData> said = read(json, () -> library.parseRegistrationResponseJSON(json));
    if (said.isEmpty()) {
      return Registration.flawed(Flaw.MALFORMED);
    }
    RegistrationParameters parameters =
        new RegistrationParameters(expected(challenge), ALGORITHMS, use == Use.ALONE, true);
    return flaw(said.get().getCollectedClientData(), () -> library.verify(said.get(), parameters))
        .map(Registration::flawed)
        .orElseGet(() -> registered(said.get(), factor, use));
  }

  private Registration registered(RegistrationData said, FactorId factor, Use use) {
    AuthenticatorData<?> spoken =
        Objects.requireNonNull(said.getAttestationObject()).getAuthenticatorData();
    AttestedCredentialData credential = Objects.requireNonNull(spoken.getAttestedCredentialData());
    Set<AuthenticatorTransport> transports = said.getTransports();
    return Registration.of(
        new Passkey(
            factor,
            text(credential.getCredentialId()),
            text(converter.getCborConverter().writeValueAsBytes(credential.getCOSEKey())),
            spoken.getSignCount(),
            Objects.requireNonNull(credential.getAaguid().getValue()),
            (transports == null ? Stream.<AuthenticatorTransport>empty() : transports.stream())
                .filter(TRANSPORTS::contains)
                .map(AuthenticatorTransport::getValue)
                .collect(Collectors.toSet()),
            use == Use.ALONE,
            spoken.isFlagBE(),
            spoken.isFlagBS()));
  }

  @Override
  public String requestOptions(String challenge, Use use, List<Passkey> allowed) {
    return json(
        new PublicKeyCredentialRequestOptions(
            new DefaultChallenge(bytes(challenge)),
            TIMEOUT.toMillis(),
            rpId(),
            descriptors(allowed),
            verification(use),
            null));
  }

  @Override
  public Optional<Claim> claim(String json) {
    return read(json, () -> library.parseAuthenticationResponseJSON(json))
        .flatMap(
            said -> {
              CollectedClientData client = said.getCollectedClientData();
              return client == null
                  ? Optional.empty()
                  : Optional.of(
                      new Claim(
                          text(said.getCredentialId()),
                          text(client.getChallenge().getValue()),
                          Optional.ofNullable(said.getUserHandle()).map(LibraryWebAuthn::text)));
            });
  }

  @Override
  public Assertion check(String json, String challenge, Use use, Passkey passkey) {
    Optional<AuthenticationData> said =
        read(json, () -> library.parseAuthenticationResponseJSON(json));
    if (said.isEmpty()) {
      return Assertion.flawed(Flaw.MALFORMED);
    }
    AuthenticationParameters parameters =
        new AuthenticationParameters(
            expected(challenge),
            kept(passkey),
            List.of(bytes(passkey.credentialId())),
            use == Use.ALONE,
            true);
    return flaw(said.get().getCollectedClientData(), () -> library.verify(said.get(), parameters))
        .map(Assertion::flawed)
        .orElseGet(
            () -> {
              AuthenticatorData<?> spoken =
                  Objects.requireNonNull(said.get().getAuthenticatorData());
              return new Assertion(Optional.empty(), spoken.getSignCount(), spoken.isFlagBS());
            });
  }

  private CredentialRecord kept(Passkey passkey) {
    COSEKey key =
        Objects.requireNonNull(
            converter.getCborConverter().readValue(bytes(passkey.publicKey()), COSEKey.class));
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        passkey.backupEligible(),
        passkey.backedUp(),
        passkey.signCount(),
        new AttestedCredentialData(
            new AAGUID(passkey.aaguid()), bytes(passkey.credentialId()), key),
        null,
        null,
        null,
        null);
  }

  /** What a browser sent; empty when the library cannot read it. */
  private static <T> Optional<T> read(String json, Supplier<T> reading) {
    if (json.length() > LONGEST_JSON) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException e) { // it has many ways to say so, undeclared ones too
      return Optional.empty();
    }
  }

  /** Why the library, or we, do not accept it. */
  private static Optional<Flaw> flaw(@Nullable CollectedClientData client, Runnable verification) {
    try {
      verification.run();
    } catch (VerificationException e) {
      return Optional.of(flaw(e));
    } catch (RuntimeException e) { // a key that is none, for example
      return Optional.of(Flaw.MALFORMED);
    }
    // no page of ours stands in a frame (WebAuthn Level 3 §7.1 step 10, §7.2 step 15)
    boolean framed =
        client == null
            || Boolean.TRUE.equals(client.getCrossOrigin())
            || client.getTopOrigin() != null;
    return framed ? Optional.of(Flaw.WRONG_ORIGIN) : Optional.empty();
  }

  private static Flaw flaw(VerificationException e) {
    if (e instanceof BadChallengeException) {
      return Flaw.WRONG_CHALLENGE;
    }
    if (e instanceof BadOriginException
        || e instanceof BadTopOriginException
        || e instanceof CrossOriginException) {
      return Flaw.WRONG_ORIGIN;
    }
    if (e instanceof BadRpIdException) {
      return Flaw.WRONG_SITE;
    }
    if (e instanceof NotAllowedCredentialIdException) {
      return Flaw.WRONG_CREDENTIAL;
    }
    if (e instanceof BadSignatureException) {
      return Flaw.WRONG_SIGNATURE;
    }
    if (e instanceof UserNotPresentException) {
      return Flaw.USER_NOT_PRESENT;
    }
    if (e instanceof UserNotVerifiedException) {
      return Flaw.USER_NOT_CHECKED;
    }
    if (e instanceof NotAllowedAlgorithmException) {
      return Flaw.UNFIT_KEY;
    }
    return e instanceof MaliciousCounterValueException ? Flaw.COUNTER_WENT_BACK : Flaw.UNFIT;
  }

  private ServerProperty expected(String challenge) {
    return ServerProperty.builder()
        .origin(origin())
        .rpId(rpId())
        .challenge(new DefaultChallenge(bytes(challenge)))
        .build();
  }

  /** As browsers write it: lower case, without the port that goes without saying. */
  private Origin origin() {
    URI base = site.baseUrl();
    int port = base.getPort();
    boolean usual = port < 0 || port == ("https".equals(base.getScheme()) ? HTTPS : HTTP);
    return new Origin(base.getScheme() + "://" + rpId() + (usual ? "" : ":" + port));
  }

  private String rpId() {
    return site.baseUrl().getHost().toLowerCase(Locale.ROOT);
  }

  private static UserVerificationRequirement verification(Use use) {
    return use == Use.ALONE
        ? UserVerificationRequirement.REQUIRED
        : UserVerificationRequirement.DISCOURAGED;
  }

  private static List<PublicKeyCredentialDescriptor> descriptors(List<Passkey> passkeys) {
    return passkeys.stream()
        .map(
            passkey ->
                new PublicKeyCredentialDescriptor(
                    PublicKeyCredentialType.PUBLIC_KEY,
                    bytes(passkey.credentialId()),
                    passkey.transports().stream()
                        .map(AuthenticatorTransport::create)
                        .collect(Collectors.toSet())))
        .toList();
  }

  private String json(Object options) {
    return converter.getJsonConverter().writeValueAsString(options);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
