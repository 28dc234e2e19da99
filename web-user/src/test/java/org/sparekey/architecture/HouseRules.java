package org.sparekey.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.sparekey.application.Adapter;
import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Secret;

/**
 * The rules of design section 3 for the house below one root package: {@code org.sparekey}, or the
 * deliberately wrong one of the tests.
 */
final class HouseRules {

  /** Which rooms of the domain a room may look at; itself goes without saying. */
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "shared", List.of(),
          "account", List.of("shared"),
          "factor", List.of("shared", "account"),
          "challenge", List.of("shared", "factor"),
          "policy", List.of("shared", "account", "factor"),
          "recovery", List.of("shared", "account", "factor", "challenge", "policy"),
          "recoverycode", List.of("shared"),
          "recoverycontact", List.of("shared"),
          "audit", List.of("shared"));

  /**
   * Where a secret may be unwrapped: where it is hashed, sealed, sent, put into a cookie or shown
   * once to the owner.
   */
  private static final List<String> UNWRAPPING =
      List.of(
          "domain.shared",
          "domain.recoverycode",
          "application.account",
          "application.authenticator",
          "application.signin",
          "application.enrolment",
          "application.recovery",
          "application.recoverycontact",
          "application.delivery",
          "application.adapter.crypto..",
          "application.adapter.handset..",
          "application.adapter.jpa..",
          "application.adapter.mail..",
          "application.adapter.okta..",
          "application.adapter.password..",
          "application.adapter.push..",
          "application.adapter.telephony..",
          "application.adapter.totp..",
          "web.user..");

  private final String root;

  private HouseRules(String root) {
    this.root = root;
  }

  /** All rules for the house below {@code root}, a package name without a trailing dot. */
  static List<HouseRule> below(String root) {
    HouseRules house = new HouseRules(root);
    List<HouseRule> rules = new ArrayList<>();
    rules.add(house.theDomainKnowsNoFramework());
    ROOMS.keySet().stream().sorted().map(house::aRoomLooksOnlyAt).forEach(rules::add);
    rules.add(house.useCasesReachAdaptersThroughPorts());
    rules.add(house.adaptersDoNotSeeEachOther());
    rules.add(house.nothingBelowSeesTheWeb());
    rules.add(house.theWebSeesUseCasesAndViewsOnly());
    rules.add(house.theUserPortalDoesNotSeeTheAdminPortal());
    rules.add(house.theAdminPortalDoesNotSeeTheUserPortal());
    rules.add(house.theLauncherStandsAlone());
    rules.add(house.noCyclesBetweenPackagesOf("domain"));
    rules.add(house.noCyclesBetweenPackagesOf("application"));
    rules.add(house.noCyclesBetweenPackagesOf("web"));
    rules.add(house.rowsStayInTheirRoom());
    rules.add(house.onlyTheClockReadsTheTime());
    rules.add(house.onlyAdaptersMakeRandomness());
    rules.add(house.idsComeFromTheirSource());
    rules.add(house.fewPlacesUnwrapSecrets());
    rules.add(house.configurationIsReadInOnePlace());
    rules.add(house.aUseCaseHasOnePublicMethod());
    rules.add(house.adaptersStandInTheirRoom());
    rules.add(house.whatPagesNameBelongsToTheWeb());
    rules.add(house.aBackingBeanLivesForOneRequest());
    rules.add(house.nobodyKeepsAnHttpSession());
    rules.add(house.namesSayWhatAThingIs());
    return List.copyOf(rules);
  }

  private HouseRule theDomainKnowsNoFramework() {
    return rule(
        "the domain knows the JDK and nullness annotations only",
        List.of("domain.."),
        classes()
            .that()
            .resideInAPackage(in("domain.."))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(in("domain.."), "java..", "org.jspecify.."));
  }

  private HouseRule aRoomLooksOnlyAt(String room) {
    List<String> forbidden =
        ROOMS.keySet().stream()
            .filter(other -> !other.equals(room) && !allowed(room).contains(other))
            .map(other -> in("domain." + other + ".."))
            .sorted()
            .toList();
    return rule(
        "domain." + room + " looks at nothing but " + allowed(room),
        List.of("domain." + room + ".."),
        noClasses()
            .that()
            .resideInAPackage(in("domain." + room + ".."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden.toArray(String[]::new)));
  }

  private static List<String> allowed(String room) {
    return ROOMS.getOrDefault(room, List.of());
  }

  private HouseRule useCasesReachAdaptersThroughPorts() {
    return rule(
        "use cases reach adapters through ports",
        List.of("application..", "application.adapter..", "application.port.."),
        noClasses()
            .that(
                are(
                    resideInAPackage(in("application.."))
                        .and(not(resideInAPackage(in("application.adapter.."))))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("application.adapter..")));
  }

  private HouseRule adaptersDoNotSeeEachOther() {
    return rule(
        "adapters do not see each other, but all see the configuration and how answers are read,"
            + " and the start sees all",
        List.of(
            "application.adapter.config..",
            "application.adapter.http..",
            "application.adapter.start.."),
        slices()
            .matching(root + ".application.adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(in("application.adapter.config..")))
            .ignoreDependency(alwaysTrue(), resideInAPackage(in("application.adapter.http..")))
            .ignoreDependency(resideInAPackage(in("application.adapter.start..")), alwaysTrue()));
  }

  private HouseRule nothingBelowSeesTheWeb() {
    return rule(
        "neither domain nor application sees the web",
        List.of("domain..", "application..", "web.."),
        noClasses()
            .that()
            .resideInAnyPackage(in("domain.."), in("application.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                in("web.."), "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs.."));
  }

  private HouseRule theWebSeesUseCasesAndViewsOnly() {
    return rule(
        "the web sees use cases and views, no adapter, port or database",
        List.of("web..", "application.adapter..", "application.port.."),
        noClasses()
            .that()
            .resideInAPackage(in("web.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                in("application.adapter.."),
                in("application.port.."),
                "jakarta.persistence..",
                "java.sql..",
                "javax.sql.."));
  }

  private HouseRule theUserPortalDoesNotSeeTheAdminPortal() {
    return neverLooksAt("web.user..", "web.admin..");
  }

  private HouseRule theAdminPortalDoesNotSeeTheUserPortal() {
    return neverLooksAt("web.admin..", "web.user..");
  }

  private HouseRule neverLooksAt(String one, String other) {
    return rule(
        one + " never looks at " + other,
        List.of(one, other),
        noClasses()
            .that()
            .resideInAPackage(in(one))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in(other)));
  }

  private HouseRule theLauncherStandsAlone() {
    return rule(
        "the launcher stands alone: it is not in the war",
        List.of("web.user.start.."),
        noClasses()
            .that()
            .resideOutsideOfPackage(in("web.user.start.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("web.user.start..")));
  }

  private HouseRule noCyclesBetweenPackagesOf(String layer) {
    return rule(
        "no cycles between the packages of " + layer,
        List.of(layer + ".."),
        slices().matching(root + "." + layer + ".(**)").should().beFreeOfCycles());
  }

  private HouseRule rowsStayInTheirRoom() {
    return rule(
        "entities are rows: package-private, in application.adapter.jpa",
        List.of("application.adapter.jpa.."),
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage(in("application.adapter.jpa..")));
  }

  private HouseRule onlyTheClockReadsTheTime() {
    return rule(
        "only the clock reads the time",
        List.of("application.adapter.clock.."),
        noClasses()
            .that()
            .resideOutsideOfPackage(in("application.adapter.clock.."))
            .should()
            .callMethodWhere(
                target(nameMatching("now|systemUTC|system|systemDefaultZone|tick.*"))
                    .and(
                        target(
                            owner(
                                belongToAnyOf(
                                    Instant.class,
                                    InstantSource.class,
                                    Clock.class,
                                    LocalDate.class,
                                    LocalDateTime.class,
                                    LocalTime.class,
                                    OffsetDateTime.class,
                                    ZonedDateTime.class)))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class));
  }

  private HouseRule onlyAdaptersMakeRandomness() {
    return rule(
        "only adapters make randomness",
        List.of("application.adapter.crypto.."),
        noClasses()
            .that()
            .resideOutsideOfPackage(in("application.adapter.."))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                Random.class, SecureRandom.class, SplittableRandom.class, ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random"));
  }

  private HouseRule idsComeFromTheirSource() {
    return rule(
        "below the web, ids come from their source",
        List.of("domain..", "application..", "application.adapter.."),
        noClasses()
            .that(
                are(
                    resideInAnyPackage(in("domain.."), in("application.."))
                        .and(not(resideInAPackage(in("application.adapter.."))))))
            .should()
            .callMethod(UUID.class, "randomUUID"));
  }

  private HouseRule fewPlacesUnwrapSecrets() {
    return rule(
        "few places unwrap secrets",
        UNWRAPPING,
        noClasses()
            .that()
            .resideOutsideOfPackages(UNWRAPPING.stream().map(this::in).toArray(String[]::new))
            .should()
            .callMethod(Secret.class, "reveal")
            .orShould()
            .callMethod(Secret.class, "revealText"));
  }

  private HouseRule configurationIsReadInOnePlace() {
    return rule(
        "configuration is read in one place",
        List.of("application.adapter.config..", "web.user.start.."),
        noClasses()
            .that()
            .resideOutsideOfPackages(in("application.adapter.config.."), in("web.user.start.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..")
            .orShould()
            .callMethodWhere(
                target(nameMatching("getProperty|getProperties|getenv"))
                    .and(target(owner(belongToAnyOf(System.class))))));
  }

  private HouseRule aUseCaseHasOnePublicMethod() {
    return rule(
        "a use case has one public method",
        List.of("application.."),
        classes().that().areAnnotatedWith(UseCase.class).should(haveOnePublicMethod()));
  }

  private HouseRule adaptersStandInTheirRoom() {
    return rule(
        "adapters stand in application.adapter",
        List.of("application.adapter.."),
        classes()
            .that()
            .areAnnotatedWith(Adapter.class)
            .should()
            .resideInAPackage(in("application.adapter..")));
  }

  private HouseRule whatPagesNameBelongsToTheWeb() {
    return rule(
        "what a page names belongs to the web",
        List.of("web.."),
        classes().that().areAnnotatedWith(Named.class).should().resideInAPackage(in("web..")));
  }

  private HouseRule aBackingBeanLivesForOneRequest() {
    return rule(
        "a backing bean has a name and lives for one request",
        List.of("web.."),
        classes()
            .that()
            .haveSimpleNameEndingWith("Backing")
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .beAnnotatedWith(Named.class)
            .andShould()
            .beAnnotatedWith(RequestScoped.class));
  }

  private HouseRule nobodyKeepsAnHttpSession() {
    return rule(
        "nobody keeps an HTTP session, a view or a flash",
        List.of("web.."),
        noClasses()
            .should()
            .dependOnClassesThat(
                are(
                    nameMatching(
                        "jakarta\\.servlet\\.http\\.HttpSession"
                            + "|jakarta\\.enterprise\\.context\\.SessionScoped"
                            + "|jakarta\\.faces\\.view\\.ViewScoped"
                            + "|jakarta\\.faces\\.context\\.Flash"))));
  }

  private HouseRule namesSayWhatAThingIs() {
    return rule(
        "names say what a thing is",
        List.of("domain..", "application..", "web.."),
        noClasses()
            .should()
            .haveNameMatching(
                ".*(Manager|Helper|Utils?|Impl|Processor|(?<!Demo)Data|D[Tt][Oo]|Bean|Info)")
            .orShould()
            .resideInAnyPackage("..common..", "..util..", "..utils..", "..misc..", "..helper.."));
  }

  private static ArchCondition<JavaClass> haveOnePublicMethod() {
    return new ArchCondition<>("have one public method") {
      @Override
      public void check(JavaClass useCase, ConditionEvents events) {
        long methods =
            useCase.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .count();
        events.add(
            new SimpleConditionEvent(
                useCase, methods == 1, useCase.getName() + " has " + methods + " public methods"));
      }
    };
  }

  private HouseRule rule(String name, Collection<String> about, ArchRule rule) {
    return new HouseRule(name, about.stream().map(this::in).toList(), rule.as(name));
  }

  private String in(String place) {
    return root + "." + place;
  }
}
