package org.sparekey.web.user.factors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sparekey.application.recoverycode.PrintedSheet;
import org.sparekey.web.user.kit.Texts;

/** A sheet of recovery codes as lines and as a text file. */
public final class SheetText {

  private SheetText() {}

  /** A code as it is printed, with its number. */
  public record Line(int number, String code) {

    /** Without the code. */
    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }

  static List<Line> lines(PrintedSheet sheet) {
    return sheet.codes().stream()
        .map(code -> new Line(code.number(), code.code().printed().revealText()))
        .toList();
  }

  /** With line ends that every editor knows. */
  static String text(PrintedSheet sheet, Locale locale) {
    ResourceBundle texts = Texts.in(locale);
    String made =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .withZone(ZoneOffset.UTC)
            .format(sheet.madeAt());
    StringBuilder text = new StringBuilder();
    text.append(sheet.siteName()).append(" – ").append(texts.getString("codes.title"));
    text.append("\r\n").append(texts.getString("codes.account")).append(": ");
    text.append(sheet.accountHint()).append("\r\n");
    text.append(
        new MessageFormat(texts.getString("codes.sheet-number"), locale)
            .format(new Object[] {Integer.toString(sheet.batch())}));
    text.append(", ").append(made).append("\r\n\r\n");
    lines(sheet)
        .forEach(
            line ->
                text.append(String.format(Locale.ROOT, "%3d  ", line.number()))
                    .append(line.code())
                    .append("\r\n"));
    return text.append("\r\n").append(texts.getString("codes.rules")).append("\r\n").toString();
  }

  static String dataUri(PrintedSheet sheet, Locale locale) {
    return "data:text/plain;charset=utf-8;base64,"
        + Base64.getEncoder().encodeToString(text(sheet, locale).getBytes(UTF_8));
  }
}
