package org.sparekey.web.admin.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparekey.domain.policy.PolicyReader;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;

class PolicyFormTest {

  static List<RecoveryPolicy> shipped() {
    return ShippedPolicies.all();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aPolicyIsTheSameAfterItWasAForm(RecoveryPolicy policy) {
    PolicyForm form = PolicyForm.of(PolicyText.of(policy)).orElseThrow();

    assertThat(PolicyReader.read(form.text(policy.version().key())).policy())
        .contains(policy.as(new PolicyVersion(policy.version().key(), 1)));
  }

  @Test
  void whatWasTypedWrongStaysInItsField() {
    String text = PolicyText.of(ShippedPolicies.standard()).replaceFirst("hold 0,", "hold soon,");
    PolicyForm form = PolicyForm.of(text).orElseThrow();

    assertThat(form.paths().get(0).low()).isEqualTo("soon");
    assertThat(form.text("standard")).contains("  hold soon, elevated 1d, high 3d");
  }

  @Test
  void aLineWithoutAFieldNeedsTheText() {
    assertThat(PolicyForm.of(PolicyText.FORMAT + "\nshoe-size 42\n")).isEmpty();
    assertThat(PolicyForm.of(PolicyText.FORMAT + "\nhold 3d\n")).isEmpty();
    assertThat(PolicyForm.of(PolicyText.FORMAT + "\npath blood\n")).isEmpty();
  }

  /** One field is one part of one line, whatever a forged request holds. */
  @Test
  void noFieldBringsALineOfItsOwn() {
    Map<String, List<String>> sent =
        Map.of(
            "name", List.of("Nice\npath password"),
            "low", List.of("0\napprovals 2, elevated 0"),
            "elevated", List.of("0"),
            "high", List.of("0"),
            "approvals", List.of("0"),
            "evidence-1", List.of("password\npath mailed-code", "mailed-code"));
    String text = PolicyForm.sent(name -> sent.getOrDefault(name, List.of())).text("ours");

    assertThat(text.lines().filter(line -> line.startsWith("path")))
        .containsExactly("path mailed-code");
    assertThat(text.lines().filter(line -> line.contains("approvals 0"))).hasSize(1);
    assertThat(text).contains("name Nice path password\n");
  }

  @Test
  void pathsComeAndGo() {
    PolicyForm form = PolicyForm.of(PolicyText.of(ShippedPolicies.quick())).orElseThrow();

    assertThat(form.withPath().paths()).hasSize(4);
    assertThat(form.without("1").paths()).hasSize(2).doesNotContain(form.paths().get(0));
    assertThat(form.without("nonsense").paths()).hasSize(3);
  }
}
