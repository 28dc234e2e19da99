package org.sparekey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheHouseKeepsItsRulesTest {

  private static JavaClasses house;

  @BeforeAll
  static void enter() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sparekey");
  }

  static List<HouseRule> rules() {
    return HouseRules.below("org.sparekey");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(HouseRule rule) {
    rule.rule().check(house);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isAboutPackagesThatExist(HouseRule rule) {
    assertThat(rule.about())
        .isNotEmpty()
        .allSatisfy(
            place ->
                assertThat(house.stream().filter(JavaClass.Predicates.resideInAPackage(place)))
                    .as("classes in " + place)
                    .isNotEmpty());
  }
}
