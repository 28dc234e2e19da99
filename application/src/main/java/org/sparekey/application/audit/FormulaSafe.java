package org.sparekey.application.audit;

/**
 * Cells that no spreadsheet takes for a formula: OWASP, "CSV Injection" (attacks row 32). A text
 * that could be one gets an apostrophe before it; quotes and separators are the CSV library's care.
 */
final class FormulaSafe {

  /** What a formula begins with, and what some programs fold into it: full-width, small, raised. */
  private static final String BEGINNINGS = "=+-@\t\r\n" + "＝＋－＠" + "﹦﹢﹣﹫" + "⁼⁺⁻₌₊₋" + "−‐‑‒–—―";

  /** Invisible at the start of a cell, and dropped by some programs before they look. */
  private static final String INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff";

  private FormulaSafe() {}

  /** The text, with an apostrophe before it when it could be read as a formula. */
  static String cell(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (BEGINNINGS.indexOf(c) >= 0) {
        return "'" + text;
      }
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && INVISIBLE.indexOf(c) < 0) {
        return text;
      }
    }
    return text;
  }
}
