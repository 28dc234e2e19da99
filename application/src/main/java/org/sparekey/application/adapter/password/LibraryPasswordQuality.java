package org.sparekey.application.adapter.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passay.PasswordData;
import org.passay.rule.LengthRule;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PasswordQuality;
import org.sparekey.application.port.PasswordWeakness;
import org.sparekey.domain.shared.Secret;

/**
 * Length by Passay, common and personal passwords by zxcvbn. No rules about kinds of characters
 * (NIST SP 800-63B-4 §3.1.1.2).
 */
@Adapter
public class LibraryPasswordQuality implements PasswordQuality {

  /** With a second factor beside it, NIST asks for 8; ours is longer. */
  private static final int SHORTEST = 10;

  private static final int LONGEST = 128;

  /** Guesses below which zxcvbn calls a password guessable. */
  private static final double FEWEST_GUESSES = 1e8;

  /** What zxcvbn looks at: its time grows faster than the length. */
  private static final int MEASURED = 64;

  /** What must be left when names and addresses are taken out. */
  private static final int FEWEST_OWN_CHARACTERS = 6;

  private static final int SHORTEST_WORD = 3;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Zxcvbn zxcvbn = new Zxcvbn();

  @Override
  public Optional<PasswordWeakness> weakness(Secret password, List<String> personal) {
    String text = password.revealText();
    PasswordData data = new PasswordData(text);
    if (!new LengthRule(SHORTEST, Integer.MAX_VALUE).validate(data).isValid()) {
      return Optional.of(PasswordWeakness.TOO_SHORT);
    }
    if (!new LengthRule(0, LONGEST).validate(data).isValid()) {
      return Optional.of(PasswordWeakness.TOO_LONG);
    }
    String measured = text.length() > MEASURED ? text.substring(0, MEASURED) : text;
    if (zxcvbn.measure(measured).getGuesses() < FEWEST_GUESSES) {
      return Optional.of(PasswordWeakness.COMMON);
    }
    List<String> words = words(personal);
    boolean guessable = zxcvbn.measure(measured, words).getGuesses() < FEWEST_GUESSES;
    return guessable || ownCharacters(measured, words) < FEWEST_OWN_CHARACTERS
        ? Optional.of(PasswordWeakness.PERSONAL)
        : Optional.empty();
  }

  /** How many characters are left when the personal words are taken out. */
  private static long ownCharacters(String password, List<String> words) {
    String rest = password.toLowerCase(Locale.ROOT);
    List<String> longestFirst =
        words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    for (String word : longestFirst) {
      rest = word.length() >= SHORTEST_WORD ? rest.replace(word, "") : rest;
    }
    return rest.codePoints().count();
  }

  private static List<String> words(List<String> personal) {
    List<String> words = new ArrayList<>();
    for (String text : personal) {
      words.add(text.toLowerCase(Locale.ROOT));
      BETWEEN_WORDS
          .splitAsStream(text.toLowerCase(Locale.ROOT))
          .filter(word -> word.length() >= SHORTEST_WORD)
          .forEach(words::add);
    }
    return words;
  }
}
