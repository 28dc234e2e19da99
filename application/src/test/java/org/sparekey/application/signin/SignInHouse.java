package org.sparekey.application.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.sparekey.application.account.CreateAccount;
import org.sparekey.application.account.NewAccount;
import org.sparekey.application.adapter.totp.JavaOtpTotp;
import org.sparekey.application.enrolment.BeginTotpEnrolment;
import org.sparekey.application.enrolment.ConfirmTotpEnrolment;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Sign-in, enrolment and account, furnished with twins; Ada has an app, Grace has none. */
public final class SignInHouse {

  public static final String PASSWORD = "otter-juggles-nine-lanterns";
  public static final Origin HOME = new Origin("203.0.113.7", "Firefox", Optional.empty());
  public static final Origin ELSEWHERE = new Origin("198.51.100.9", "curl", Optional.empty());

  private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) (\\d{4})\\b");

  private final Wiring wiring = new Wiring();
  public final Memory memory = wiring.memory;

  public final Organisation organisation;
  public final Account ada;
  public final Account grace;
  public final FactorId phone;

  public SignInHouse() {
    organisation =
        new Organisation(
            new OrganisationId(memory.ids.next()),
            "Example",
            "quick",
            "standard",
            PasswordResetRule.MAILBOX_AND_FACTOR);
    memory.organisations.add(organisation);
    ShippedPolicies.all()
        .forEach(shipped -> memory.policies.publishOnce(shipped, memory.clock.instant()));
    ada = account("ada@example.org", Set.of());
    grace = account("grace@example.org", Set.of());
    phone = bindTotp(ada, "Pixel 8");
  }

  /** The bean of this class, wired by its constructor as the container does. */
  public <T> T get(Class<T> type) {
    return wiring.get(type);
  }

  public Instant now() {
    return memory.clock.instant();
  }

  public void pass(Duration time) {
    memory.clock.advance(time);
  }

  /** An account that is not new, with one mail address. */
  public Account account(String name, Set<StaffRole> roles) {
    return get(CreateAccount.class)
        .create(
            new NewAccount(
                organisation.id(),
                SignInName.parse(name).orElseThrow(),
                "Somebody",
                Locale.ENGLISH,
                roles,
                memory.hasher.hash(Secret.ofText(PASSWORD)),
                List.of(new NewAccount.Contact(ContactPoint.Kind.EMAIL, name)),
                now().minus(Duration.ofDays(90))));
  }

  public FactorId bindTotp(Account owner, String device) {
    FactorId id = new FactorId(memory.ids.next());
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(
                id, owner.id(), FactorKind.TOTP, new DeviceName(device), owner.createdAt()),
            "session:before",
            owner.createdAt().plus(Duration.ofMinutes(10)));
    memory.factors.add(pending);
    memory.factors.keepSeed(id, get(TotpSeeds.class).seal(id, get(JavaOtpTotp.class).newSeed()));
    memory.factors.save(pending.confirm(new DeviceName(device), owner.createdAt()));
    return id;
  }

  /** What the app shows now, or showed so many steps ago. */
  public String code(FactorId factor, int stepsAgo) {
    Secret seed =
        get(TotpSeeds.class)
            .open(factor, memory.factors.totpState(factor).orElseThrow().sealedSeed());
    TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(seed.reveal(), generator.getAlgorithm()),
          now().minusSeconds(30L * stepsAgo));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The present code, as an answer. */
  public FactorAnswer typed(FactorId factor) {
    return new FactorAnswer.TypedCode(code(factor));
  }

  public String code(FactorId factor) {
    return code(factor, 0);
  }

  /** A code that is not right now, nor a step before or after. */
  public String wrongCode(FactorId factor) {
    Set<String> near = Set.of(code(factor, 0), code(factor, 1), code(factor, -1));
    return List.of("000000", "111111", "222222", "333333").stream()
        .filter(code -> !near.contains(code))
        .findFirst()
        .orElseThrow();
  }

  public SignInOutcome password(String name, String password, Origin origin) {
    return get(SignInWithPassword.class)
        .signIn(name, Secret.ofText(password), origin, Optional.empty());
  }

  public SignInOutcome password(
      String name, String password, Origin origin, Optional<Secret> browser) {
    return get(SignInWithPassword.class).signIn(name, Secret.ofText(password), origin, browser);
  }

  /** The token that came with a right password. */
  public static Secret token(SignInOutcome outcome) {
    return outcome.fold(
        SignInOutcome.ChallengeNeeded::sessionToken,
        SignInOutcome.EnrolmentNeeded::sessionToken,
        SignInOutcome.SignedIn::sessionToken,
        refused -> {
          throw new AssertionError("refused: " + refused);
        });
  }

  public Optional<SessionView> resume(Secret token) {
    return get(ResumeSession.class).resume(token, HOME);
  }

  /** A session after the password. */
  public SessionView halfSignedIn(Account owner) {
    return resume(token(password(owner.signInName().value(), PASSWORD, HOME))).orElseThrow();
  }

  public ChallengeOutcome answer(SessionView view, FactorId factor, String code) {
    return get(AnswerChallenge.class)
        .answer(view, factor, new FactorAnswer.TypedCode(code), HOME, Optional.empty(), false);
  }

  public static ChallengeOutcome.SignedIn signedIn(ChallengeOutcome outcome) {
    return outcome.fold(
        signedIn -> signedIn,
        refused -> {
          throw new AssertionError("refused: " + refused);
        });
  }

  public static Optional<ChallengeRefusal> refusal(ChallengeOutcome outcome) {
    return outcome.fold(signedIn -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  public static Optional<SignInRefusal> refusal(SignInOutcome outcome) {
    return outcome.fold(
        challenge -> Optional.empty(),
        enrolment -> Optional.empty(),
        remembered -> Optional.empty(),
        refused -> Optional.of(refused.reason()));
  }

  /** Signs in as far as it goes, at a new time step. */
  public ChallengeOutcome.SignedIn signIn(Account owner, FactorId factor) {
    pass(Duration.ofSeconds(30));
    return signedIn(answer(halfSignedIn(owner), factor, code(factor)));
  }

  public SessionView fullSession(Account owner, FactorId factor) {
    return resume(signIn(owner, factor).sessionToken()).orElseThrow();
  }

  /** Binds a second app in this session. */
  public FactorId bindAnother(SessionView view, String device) {
    FactorId begun =
        get(BeginTotpEnrolment.class)
            .begin(view, HOME)
            .fold(
                ok -> ok.id(),
                refused -> {
                  throw new AssertionError("refused: " + refused);
                });
    get(ConfirmTotpEnrolment.class).confirm(view, begun, device, code(begun), HOME);
    return begun;
  }

  /** The codes in all mails of this kind to this address, oldest first. */
  public List<String> codesMailed(String kind, String address) {
    List<String> codes = new ArrayList<>();
    for (OutboxMessage mail : memory.outbox.messages(kind)) {
      Matcher code = CODE.matcher(mail.body().revealText());
      if (mail.recipient().equals(address) && code.find()) {
        codes.add(code.group(1) + code.group(2));
      }
    }
    return codes;
  }

  public String lastCodeMailed(String kind, String address) {
    List<String> codes = codesMailed(kind, address);
    return codes.get(codes.size() - 1);
  }

  /** The reasons of all refusals in the log, in order. */
  public List<String> refusals() {
    return memory.audit.entries().stream()
        .map(AuditEntry::what)
        .filter(what -> what.outcome() == Outcome.REFUSED)
        .flatMap(what -> what.reason().stream())
        .toList();
  }

  public AuditDraft lastEntry() {
    List<AuditEntry> entries = memory.audit.entries();
    return entries.get(entries.size() - 1).what();
  }

  public Account stored(Account account) {
    return memory.accounts.find(account.id()).orElseThrow();
  }
}
