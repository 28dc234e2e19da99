package org.sparekey.application.port;

import java.util.List;
import org.sparekey.domain.shared.Secret;

/**
 * What a call says: an opening, the digits one by one, the digits once more, a closing.
 *
 * @param opening a sentence, one line
 * @param digits the code
 * @param again a few words before the digits are said once more, one line
 * @param closing a sentence, one line
 */
public record SpokenCode(String opening, String digits, String again, String closing) {

  private static final String LINE = "\n";
  private static final int LINES = 4;

  /** As the body of an {@link OutboxMessage}. */
  public Secret body() {
    return Secret.ofText(String.join(LINE, opening, digits, again, closing));
  }

  /** Reads {@link #body()}. */
  public static SpokenCode of(String body) {
    List<String> lines = body.lines().toList();
    if (lines.size() != LINES) {
      throw new IllegalArgumentException("no spoken code");
    }
    return new SpokenCode(lines.get(0), lines.get(1), lines.get(2), lines.get(3));
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "SpokenCode[" + opening + "]";
  }
}
