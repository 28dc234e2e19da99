package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;

/** Writes a profile down with numbers in place of channels, one line for each of its parts. */
record ProfileText(ToIntFunction<Channel> number) {

  private static final List<Channel.Kind> KINDS = List.of(Channel.Kind.values());

  /** Below this are the numbers of {@link #kind}. */
  static final int MOST_KINDS = 2 * KINDS.size();

  /** A number for the kind of a channel, another where the account has one of it only. */
  static int kind(Channel channel) {
    return 2 * KINDS.indexOf(channel.kind()) + (channel.detail().isEmpty() ? 0 : 1);
  }

  /** The parts of a profile, in the order of its lists, each once. */
  List<String> lines(AccountProfile profile) {
    return parts(profile).map(this::line).distinct().toList();
  }

  /** All parts, those without an order sorted: like texts mean like profiles. */
  String text(AccountProfile profile) {
    List<String> lines = new ArrayList<>();
    profile.signIns().forEach(way -> lines.add(line(Part.of(way))));
    profile.proofs().forEach(proof -> lines.add(line(Part.of(proof))));
    int ordered = lines.size();
    profile.needs().forEach(need -> lines.add(line(Part.of(need))));
    profile.notices().forEach(notice -> lines.add(line(Part.of(notice))));
    lines.subList(ordered, lines.size()).sort(null);
    return String.join("\n", lines);
  }

  /**
   * A part of a profile.
   *
   * @param tag what it is
   */
  record Part(String tag, List<Access> accesses) {

    static Part of(SignIn way) {
      StringBuilder tag = new StringBuilder("s.").append(way.kind().code());
      for (EvidenceKind proof : way.proofs()) {
        tag.append('.').append(proof.code());
      }
      return new Part(tag.toString(), both(way.obtainableBy(), way.givenBy()));
    }

    static Part of(ProofSource proof) {
      List<Access> accesses = new ArrayList<>(both(proof.obtainableBy(), proof.givenBy()));
      if (!proof.countedAs().equals(proof.obtainableBy())) {
        accesses.add(0, proof.countedAs());
        accesses.add(proof.givenBy());
      }
      return new Part("p." + proof.kind().code(), accesses);
    }

    static Part of(Need need) {
      return new Part("d", List.of(Access.anyOf(need.channel()), need.needed()));
    }

    /** One stands for both when they are the same. */
    private static List<Access> both(Access obtainableBy, Access givenBy) {
      return obtainableBy.equals(givenBy) ? List.of(obtainableBy) : List.of(obtainableBy, givenBy);
    }

    static Part of(Channel notice) {
      return new Part("n", List.of(Access.anyOf(notice)));
    }
  }

  static Stream<Part> parts(AccountProfile profile) {
    return Stream.of(
            profile.signIns().stream().map(Part::of),
            profile.proofs().stream().map(Part::of),
            profile.needs().stream().map(Part::of),
            profile.notices().stream().map(Part::of))
        .flatMap(each -> each);
  }

  String line(Part part) {
    StringBuilder line = new StringBuilder(part.tag());
    part.accesses().forEach(access -> write(access, line.append(':')));
    return line.toString();
  }

  /** The numbers of these channels, ascending. */
  int[] numbers(Collection<Channel> channels) {
    int[] numbers = channels.stream().mapToInt(number).toArray();
    Arrays.sort(numbers);
    return numbers;
  }

  private void write(Access access, StringBuilder line) {
    int[][] alternatives = new int[access.alternatives().size()][];
    int next = 0;
    for (Collection<Channel> channels : access.alternatives()) {
      alternatives[next++] = numbers(channels);
    }
    Arrays.sort(alternatives, Arrays::compare);
    for (int[] numbers : alternatives) {
      line.append('|');
      for (int each : numbers) {
        line.append(each).append(',');
      }
    }
  }
}
