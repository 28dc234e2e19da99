package org.sparekey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparekey.application.account.RemoveContactPoint;
import org.sparekey.application.enrolment.RemoveOwnFactor;
import org.sparekey.application.signin.EndOwnSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.Wiring;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.Origin;

/** Rules about the whole account hold when two requests come at once, and neither fails. */
@ParameterizedClass
@EnumSource
class OneAtATimeOnAnAccountTest {

  private static final Origin HOME = new Origin("203.0.113.7", "Firefox", Optional.empty());

  private final House house;
  private final Given given;
  private final Wiring site;
  private final Account account;
  private final SessionView session;

  OneAtATimeOnAnAccountTest(Storage storage) {
    house = storage.house();
    given = new Given(house);
    site = new Wiring(house);
    account = given.account();
    session = fullSession();
  }

  @RepeatedTest(5)
  void oneOfTwoFactorsStays() {
    List<Factor> two = List.of(bound(), bound());
    RemoveOwnFactor remove = site.get(RemoveOwnFactor.class);

    List<Boolean> removed =
        atOnce(
            two.stream()
                .<Supplier<Boolean>>map(
                    factor -> () -> remove.remove(session, factor.id(), HOME).isEmpty()));

    assertThat(removed).containsExactlyInAnyOrder(true, false);
    assertThat(house.inTransaction(() -> house.factors().ofAccount(account.id())))
        .filteredOn(factor -> factor.status() == FactorStatus.ACTIVE)
        .hasSize(1);
  }

  @RepeatedTest(5)
  void oneOfTwoAddressesStays() {
    List<ContactPoint> two =
        List.of(
            given.confirmed(account, "one@example.org"),
            given.confirmed(account, "two@example.org"));
    RemoveContactPoint remove = site.get(RemoveContactPoint.class);

    List<Boolean> removed =
        atOnce(
            two.stream()
                .<Supplier<Boolean>>map(
                    address -> () -> remove.remove(session, address.id(), HOME).done()));

    assertThat(removed).containsExactlyInAnyOrder(true, false);
    assertThat(house.inTransaction(() -> house.contactPoints().ofAccount(account.id())))
        .filteredOn(ContactPoint::active)
        .hasSize(1);
  }

  @RepeatedTest(5)
  void aDoubleClickOnSignOutDoesNotFail() {
    EndOwnSession end = site.get(EndOwnSession.class);
    Supplier<Boolean> click =
        () -> {
          end.end(session, HOME);
          return true;
        };

    assertThat(atOnce(Stream.of(click, click, click))).containsOnly(true).hasSize(3);
    assertThat(house.inTransaction(() -> house.sessions().openOf(account.id()))).isEmpty();
  }

  private <T> List<T> atOnce(Stream<Supplier<T>> acts) {
    ConcurrentLinkedQueue<Supplier<T>> waiting = new ConcurrentLinkedQueue<>(acts.toList());
    return Race.of(
        waiting.size(), () -> house.inTransaction(Objects.requireNonNull(waiting.poll())));
  }

  private Factor bound() {
    Factor.Active active =
        given
            .pendingFactor(account)
            .confirm(DeviceName.parse("Pixel 8").orElseThrow(), given.now());
    house.transact(() -> house.factors().save(active));
    return active;
  }

  private SessionView fullSession() {
    Session full =
        given
            .session(account)
            .full(given.hash(), Optional.empty(), given.now().minus(Duration.ofSeconds(1)));
    house.transact(() -> house.sessions().save(full));
    return new SessionView(
        full.id(),
        account.id(),
        account.organisation(),
        "Example",
        Session.Level.FULL,
        account.signInName().value(),
        account.displayName(),
        account.language(),
        account.roles(),
        true,
        false);
  }
}
