package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sparekey.domain.policy.Channel;

/**
 * The one form that all accounts of the same shape have: channels by running number, lists in
 * order. Channels that play different parts are told apart by colours, as in the refinement of
 * graphs; of those that stay alike one is chosen after the other, and the smallest text wins.
 *
 * <p>Only {@value #MOST_CHOICES} choices are tried. An account that needs more may have more than
 * one form: that costs an analysis, and changes no result.
 */
public final class CanonicalProfile {

  private static final int MOST_CHOICES = 8;

  /** Added to a number, so that texts sort as their numbers do. */
  private static final int TEN_DIGITS = 1_000_000_000;

  private final AccountProfile profile;
  private final List<Channel> channels;
  private final Map<Channel, Integer> places = new HashMap<>();
  private final List<ProfileText.Part> parts;
  private final String asItStands;
  private int choices;
  private String smallest = "";
  private int[] best = new int[0];

  private CanonicalProfile(AccountProfile profile) {
    this.profile = profile;
    this.channels = profile.channels().distinct().toList();
    for (int i = 0; i < channels.size(); i++) {
      places.put(channels.get(i), i);
    }
    this.parts = ProfileText.parts(profile).toList();
    this.asItStands = written(inOrder());
  }

  /** The form of a profile; it is the profile itself but for names and order. */
  public static AccountProfile of(AccountProfile profile) {
    return new CanonicalProfile(profile).form();
  }

  private AccountProfile form() {
    search(refined(byKind()));
    List<Channel> inOrder = new ArrayList<>(channels);
    inOrder.sort((one, other) -> Integer.compare(best[place(one)], best[place(other)]));
    return sorted(new Renaming(inOrder).of(profile));
  }

  /** The lists in the order of their texts, each part once. */
  private static AccountProfile sorted(AccountProfile renamed) {
    ChannelNumbers numbers = ChannelNumbers.of(renamed.channels());
    ProfileText text = new ProfileText(numbers::of);
    return new AccountProfile(
        sorted(renamed.signIns(), way -> text.line(ProfileText.Part.of(way))),
        sorted(renamed.proofs(), proof -> text.line(ProfileText.Part.of(proof))),
        renamed.notices(),
        renamed.needs());
  }

  private static <E> List<E> sorted(List<E> all, Function<E, String> text) {
    return all.stream().distinct().sorted(Comparator.comparing(text)).toList();
  }

  private void search(int[] colours) {
    int[] alike = alike(colours);
    if (alike.length == 0) {
      choices++;
      String written = written(colours);
      if (best.length == 0 || written.compareTo(smallest) < 0) {
        smallest = written;
        best = colours;
      }
      return;
    }
    for (int i = 0; i < alike.length && (i == 0 || choices < MOST_CHOICES); i++) {
      if (!interchangeable(alike, i)) {
        search(refined(chosen(colours, alike[i])));
      }
    }
  }

  /** Whether the profile stays as it is when the channel and one before it change places. */
  private boolean interchangeable(int[] alike, int which) {
    return Arrays.stream(alike)
        .limit(which)
        .anyMatch(other -> written(swapped(other, alike[which])).equals(asItStands));
  }

  private int[] swapped(int one, int other) {
    int[] places = inOrder();
    places[one] = other;
    places[other] = one;
    return places;
  }

  private int[] inOrder() {
    return IntStream.range(0, channels.size()).toArray();
  }

  private String written(int[] colours) {
    return String.join("\n", new TreeSet<>(text(colours).lines(profile)));
  }

  private ProfileText text(int[] colours) {
    return new ProfileText(channel -> colours[place(channel)]);
  }

  /** The channels of the first colour that several have; empty when all are told apart. */
  private static int[] alike(int[] colours) {
    int[] count = new int[colours.length];
    for (int colour : colours) {
      count[colour]++;
    }
    int first = 0;
    while (first < count.length && count[first] < 2) {
      first++;
    }
    int colour = first;
    return IntStream.range(0, colours.length).filter(i -> colours[i] == colour).toArray();
  }

  /** The chosen one comes before those that were like it. */
  private static int[] chosen(int[] colours, int chosen) {
    int[] twice = Arrays.stream(colours).map(colour -> 2 * colour + 1).toArray();
    twice[chosen]--;
    return twice;
  }

  private int[] byKind() {
    return channels.stream().mapToInt(ProfileText::kind).toArray();
  }

  /** Colours from 0 on; two channels keep one colour only if they play like parts beside like. */
  private int[] refined(int[] colours) {
    int[] before = colours;
    int[] after = ranks(before);
    while (colours(after) > colours(before)) {
      before = after;
      after = ranks(before);
    }
    return after;
  }

  private static long colours(int[] colours) {
    return Arrays.stream(colours).distinct().count();
  }

  private int[] ranks(int[] colours) {
    List<List<String>> roles = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      roles.add(new ArrayList<>());
    }
    ProfileText text = text(colours);
    List<String> lines = parts.stream().map(text::line).toList();
    Map<String, Integer> likeness = ranks(lines);
    for (int i = 0; i < parts.size(); i++) {
      roles(parts.get(i), likeness.getOrDefault(lines.get(i), 0), text, roles);
    }
    List<String> signatures = new ArrayList<>();
    for (int i = 0; i < colours.length; i++) {
      List<String> mine = roles.get(i);
      mine.sort(null);
      signatures.add(TEN_DIGITS + colours[i] + String.join(" ", mine));
    }
    Map<String, Integer> rank = ranks(signatures);
    return signatures.stream().mapToInt(signature -> rank.getOrDefault(signature, 0)).toArray();
  }

  private static Map<String, Integer> ranks(List<String> texts) {
    Map<String, Integer> rank = new HashMap<>();
    texts.stream().distinct().sorted().forEach(text -> rank.put(text, rank.size()));
    return rank;
  }

  /** Which role each channel of this part plays, in the words of the colours. */
  private void roles(
      ProfileText.Part part, int likeness, ProfileText text, List<List<String>> roles) {
    for (int i = 0; i < part.accesses().size(); i++) {
      String where = likeness + ";" + i;
      for (Set<Channel> all : part.accesses().get(i).alternatives()) {
        String role = Arrays.toString(text.numbers(all)) + where;
        all.forEach(channel -> roles.get(place(channel)).add(role));
      }
    }
  }

  private int place(Channel channel) {
    return places.getOrDefault(channel, -1);
  }
}
