package org.sparekey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule meets a house that breaks it, and must say so. */
class TheRulesBiteTest {

  private static final String WRONG_HOUSE = "org.sparekey.architecture.wrong";

  private static JavaClasses house;

  @BeforeAll
  static void enter() {
    house = new ClassFileImporter().importPackages(WRONG_HOUSE);
  }

  static List<HouseRule> rules() {
    return HouseRules.below(WRONG_HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void refusesTheWrongHouse(HouseRule rule) {
    var result = rule.rule().allowEmptyShould(false).evaluate(house);
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains("Wrong"));
  }
}
