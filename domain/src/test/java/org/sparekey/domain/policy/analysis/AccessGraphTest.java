package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;

/**
 * Channels that are reached through others. The example is the running one of Hammann et al., "User
 * Account Access Graphs", CCS 2019, section 2, as public summaries of the paper tell it: a web shop
 * is opened by its password or by the mail account that resets it; the mail account takes a
 * password and a code; the code comes from an app on a device; the device opens to a finger or a
 * PIN. The sets expected follow from the paper's definition of minimal access sets and were worked
 * out by hand.
 */
class AccessGraphTest {

  private static final Channel SHOP = Channel.mailbox("shop");
  private static final Channel SHOP_PASSWORD = new Channel(Channel.Kind.MEMORY, "shop");
  private static final Channel MAIL = Channel.mailbox("mail");
  private static final Channel MAIL_PASSWORD = new Channel(Channel.Kind.MEMORY, "mail");
  private static final Channel CODE = Channel.device("code");
  private static final Channel DEVICE = Channel.device("device");
  private static final Channel FINGER = Channel.person("finger");
  private static final Channel PIN = new Channel(Channel.Kind.MEMORY, "PIN");

  private static AccessGraph webShop() {
    return new AccessGraph()
        .reached(SHOP, Access.anyOf(SHOP_PASSWORD, MAIL))
        .reached(MAIL, Access.allOf(List.of(MAIL_PASSWORD, CODE)))
        .reached(CODE, Access.anyOf(DEVICE))
        .reached(DEVICE, Access.anyOf(FINGER, PIN));
  }

  @Test
  void theWebShopOfThePaperIsOpenedByItsMinimalAccessSets() {
    assertThat(webShop().to(SHOP).alternatives())
        .containsExactlyInAnyOrder(
            Set.of(SHOP),
            Set.of(SHOP_PASSWORD),
            Set.of(MAIL),
            Set.of(MAIL_PASSWORD, CODE),
            Set.of(MAIL_PASSWORD, DEVICE),
            Set.of(MAIL_PASSWORD, FINGER),
            Set.of(MAIL_PASSWORD, PIN));
  }

  @Test
  void theMailAccountOfThePaperTakesItsPasswordAndWhatGivesTheCode() {
    assertThat(webShop().to(MAIL).alternatives())
        .containsExactlyInAnyOrder(
            Set.of(MAIL),
            Set.of(MAIL_PASSWORD, CODE),
            Set.of(MAIL_PASSWORD, DEVICE),
            Set.of(MAIL_PASSWORD, FINGER),
            Set.of(MAIL_PASSWORD, PIN));
  }

  @Test
  void theOwnerOfTheWebShopIsLockedOutByTheSetsThatCutEveryWay() {
    Access byHeart = Access.anyOf(SHOP_PASSWORD).or(allOf(MAIL_PASSWORD, FINGER));
    Access all = byHeart.or(allOf(MAIL_PASSWORD, PIN));
    AccountProfile shop =
        new AccountProfile(
            List.of(new SignIn(SignInKind.PASSWORD_ALONE, List.of(), webShop().to(SHOP), all)),
            List.of(),
            Set.of(),
            Set.of());

    assertThat(AccountAnalysis.of(Policies.noHelp(), shop).lockouts())
        .extracting(LossSet::channels)
        .containsExactlyInAnyOrder(
            Set.of(SHOP_PASSWORD, MAIL_PASSWORD), Set.of(SHOP_PASSWORD, FINGER, PIN));
  }

  @Test
  void twoMailboxesThatResetEachOtherAreEachReachedByEither() {
    AccessGraph circle =
        new AccessGraph().reached(MAIL, Access.anyOf(SHOP)).reached(SHOP, Access.anyOf(MAIL));

    assertThat(circle.to(MAIL)).isEqualTo(Access.anyOf(MAIL, SHOP));
    assertThat(circle.to(DEVICE)).isEqualTo(Access.anyOf(DEVICE));
  }

  @Test
  void whatIsReachedIsWhatGrowingTheHeldSetFinds() {
    Random random = new Random(2019);
    List<Channel> channels =
        IntStream.range(0, 7).mapToObj(i -> Channel.device(Integer.toString(i))).toList();
    for (int round = 0; round < 2_000; round++) {
      Map<Channel, Access> edges = new HashMap<>();
      AccessGraph graph = new AccessGraph();
      for (int i = random.nextInt(7); i > 0; i--) {
        Channel to = channels.get(random.nextInt(channels.size()));
        Access by =
            Access.allOf(
                random
                    .ints(1 + random.nextInt(2), 0, channels.size())
                    .mapToObj(channels::get)
                    .collect(Collectors.toSet()));
        edges.merge(to, by, Access::or);
        graph.reached(to, by);
      }
      Access found = graph.to(channels.get(0));
      for (int mask = 0; mask < 1 << channels.size(); mask++) {
        int held = mask;
        Set<Channel> start =
            IntStream.range(0, channels.size())
                .filter(i -> (held & 1 << i) != 0)
                .mapToObj(channels::get)
                .collect(Collectors.toSet());
        assertThat(found.openTo(start)).isEqualTo(grown(start, edges).contains(channels.get(0)));
      }
    }
  }

  private static Set<Channel> grown(Set<Channel> start, Map<Channel, Access> edges) {
    Set<Channel> held = new HashSet<>(start);
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<Channel, Access> edge : edges.entrySet()) {
        more |= edge.getValue().openTo(held) && held.add(edge.getKey());
      }
    }
    return held;
  }

  private static Access allOf(Channel... channels) {
    return Access.allOf(List.of(channels));
  }
}
