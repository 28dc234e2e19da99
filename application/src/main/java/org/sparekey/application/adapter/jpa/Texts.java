package org.sparekey.application.adapter.jpa;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.shared.FactorId;

/** The text forms of small collections, which are always read and written whole. */
final class Texts {

  private static final int LONGEST_FOLDED = 100;

  private Texts() {}

  /** The constant with this code; the database's own checks keep others out. */
  static <E extends Enum<E>> E ofCode(E[] values, Function<E, String> code, String text) {
    return Arrays.stream(values)
        .filter(value -> code.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown code '" + text + "'"));
  }

  /** Codes in alphabetical order, separated by commas. */
  static <E> String codes(Collection<E> values, Function<E, String> code) {
    return values.stream().map(code).sorted().collect(Collectors.joining(","));
  }

  static <E extends Enum<E>> List<E> ofCodes(E[] values, Function<E, String> code, String text) {
    return parts(text, ",").map(part -> ofCode(values, code, part)).toList();
  }

  /** What {@link #codes} joined. */
  static List<String> words(String text) {
    return parts(text, ",").toList();
  }

  /** Ids in the given order, separated by commas. */
  static <I> String ids(Collection<I> ids, Function<I, UUID> value) {
    return ids.stream().map(id -> value.apply(id).toString()).collect(Collectors.joining(","));
  }

  static <I> List<I> ofIds(String text, Function<UUID, I> id) {
    return parts(text, ",").map(part -> id.apply(UUID.fromString(part))).toList();
  }

  /** A line for each proof: kind, instant, channels, and the factor that gave it. */
  static String evidence(List<EvidenceGiven> proofs) {
    return proofs.stream()
        .map(
            proof ->
                proof.kind().code()
                    + ' '
                    + proof.givenAt()
                    + ' '
                    + access(proof.obtainableBy())
                    + proof.factor().map(factor -> " " + factor).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  static List<EvidenceGiven> ofEvidence(String text) {
    return parts(text, "\n")
        .map(
            line -> {
              List<String> fields = List.of(line.split(" ", -1));
              return new EvidenceGiven(
                  ofCode(EvidenceKind.values(), EvidenceKind::code, fields.get(0)),
                  ofAccess(fields.get(2)),
                  Instant.parse(fields.get(1)),
                  fields.size() > 3
                      ? Optional.of(new FactorId(UUID.fromString(fields.get(3))))
                      : Optional.empty());
            })
        .toList();
  }

  /** Commas between what is enough, ampersands between what is needed together. */
  private static String access(Access access) {
    return access.alternatives().stream()
        .map(
            together ->
                together.stream().map(Texts::channel).sorted().collect(Collectors.joining("&")))
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Access ofAccess(String text) {
    return new Access(
        parts(text, ",")
            .map(together -> parts(together, "&").map(Texts::ofChannel).collect(Collectors.toSet()))
            .collect(Collectors.toSet()));
  }

  private static String channel(Channel channel) {
    return channel.kind().code()
        + ':'
        + URLEncoder.encode(channel.detail(), StandardCharsets.UTF_8);
  }

  private static Channel ofChannel(String text) {
    int colon = text.indexOf(':');
    return new Channel(
        ofCode(Channel.Kind.values(), Channel.Kind::code, text.substring(0, colon)),
        URLDecoder.decode(text.substring(colon + 1), StandardCharsets.UTF_8));
  }

  /**
   * Paths as they were written before policies had a text: evidence, hold, elevated hold, people.
   */
  static List<RecoveryPath> ofPaths(String text) {
    return parts(text, "\n")
        .map(
            line -> {
              List<String> fields = List.of(line.split(" ", -1));
              Duration elevated = Duration.parse(fields.get(2));
              return new RecoveryPath(
                  Set.copyOf(ofCodes(EvidenceKind.values(), EvidenceKind::code, fields.get(0))),
                  new Holds(Duration.parse(fields.get(1)), elevated, elevated),
                  Integer.parseInt(fields.get(3)));
            })
        .toList();
  }

  /** What two texts have in common that differ only in case or in the way they were typed. */
  static String folded(String text) {
    String folded =
        Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return folded.length() <= LONGEST_FOLDED ? folded : folded.substring(0, LONGEST_FOLDED);
  }

  private static Stream<String> parts(String text, String separator) {
    return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(separator, -1));
  }
}
