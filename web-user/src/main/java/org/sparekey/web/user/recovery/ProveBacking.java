package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.application.recovery.ProveByMailedCode;
import org.sparekey.application.recovery.ProveByPassword;
import org.sparekey.application.recovery.SayWhatIsLost;
import org.sparekey.application.recovery.SendRecoveryCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.visit.Visit;

/** The page /recover/prove: proofs, and what is lost. */
@Named
@RequestScoped
public class ProveBacking {

  @Inject RecoveryBacking recovery;
  @Inject ProveByPassword byPassword;
  @Inject SendRecoveryCode send;
  @Inject ProveByMailedCode byCode;
  @Inject SayWhatIsLost say;
  @Inject Visit visit;

  private String password = "";
  private String code = "";

  public void provePassword() {
    recovery.act(
        token -> byPassword.prove(token, Secret.ofText(password), visit.origin()),
        "password",
        null);
  }

  public void send() {
    recovery.act(token -> send.send(token, visit.origin()), null, "/recover/prove?done=code-sent");
  }

  public void proveCode() {
    recovery.act(token -> byCode.prove(token, code, visit.origin()), "code", null);
  }

  public void sayLost() {
    boolean everything = !visit.param("lost").equals("some");
    Stream<String> ticked = everything ? Stream.empty() : Arrays.stream(visit.params("factor"));
    Set<FactorId> factors =
        ticked.map(FactorId::parse).flatMap(Optional::stream).collect(Collectors.toSet());
    recovery.act(
        token -> say.say(token, everything, factors, visit.origin()),
        null,
        "/recover/prove?done=loss-noted");
  }

  /** For each kind of proof: given, wanted, or none where the policy does not take it. */
  public Map<String, String> getStanding() {
    return Arrays.stream(EvidenceKind.values())
        .collect(Collectors.toMap(EvidenceKind::code, this::standing));
  }

  private String standing(EvidenceKind kind) {
    return recovery
        .found()
        .map(
            it -> it.given().contains(kind) ? "given" : it.offered().contains(kind) ? "wanted" : "")
        .orElse("");
  }

  /** Whether some factors only are reported lost. */
  public boolean isSomeLost() {
    return visit.param("lost").isEmpty()
        ? recovery.found().filter(it -> it.lost() == Lost.Extent.SOME_FACTORS).isPresent()
        : visit.param("lost").equals("some");
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
