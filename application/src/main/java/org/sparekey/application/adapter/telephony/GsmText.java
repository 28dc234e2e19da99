package org.sparekey.application.adapter.telephony;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in the alphabet of GSM 03.38 where all of its letters are in it, else in UCS-2, cut into
 * as many segments as it needs (3GPP TS 23.038 §6.2.1, 23.040 §9.2.3.24.1).
 *
 * @param ucs2 whether it is in UCS-2; else in the GSM alphabet, one letter an octet
 * @param segments what each part holds, without a header
 */
record GsmText(boolean ucs2, List<byte[]> segments) {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "^{}\\[~]|€";
  private static final byte[] EXTENDED_CODES = {
    0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65
  };
  private static final byte ESCAPE = 0x1b;

  /** What one message holds: letters of 7 bits, or octets of UCS-2. */
  private static final int ALONE_GSM = 160;

  private static final int PART_GSM = 153;
  private static final int ALONE_UCS2 = 140;
  private static final int PART_UCS2 = 134;

  /** Cuts the text. */
  static GsmText of(String text) {
    boolean gsm = text.chars().allMatch(GsmText::known);
    byte[] octets = gsm ? gsm(text) : text.getBytes(UTF_16BE);
    int alone = gsm ? ALONE_GSM : ALONE_UCS2;
    int part = gsm ? PART_GSM : PART_UCS2;
    if (octets.length <= alone) {
      return new GsmText(!gsm, List.of(octets));
    }
    List<byte[]> segments = new ArrayList<>();
    int from = 0;
    while (from < octets.length) {
      int to = Math.min(octets.length, from + part);
      if (to < octets.length && splits(octets, to, gsm)) {
        to -= gsm ? 1 : 2;
      }
      segments.add(Arrays.copyOfRange(octets, from, to));
      from = to;
    }
    return new GsmText(!gsm, segments);
  }

  /** Neither an escaped letter nor a surrogate pair is torn apart. */
  private static boolean splits(byte[] octets, int at, boolean gsm) {
    return gsm
        ? octets[at - 1] == ESCAPE
        : Character.isHighSurrogate(
            (char) (((octets[at - 2] & 0xff) << 8) | (octets[at - 1] & 0xff)));
  }

  private static boolean known(int letter) {
    return letter != ESCAPE && (BASIC.indexOf(letter) >= 0 || EXTENDED.indexOf(letter) >= 0);
  }

  private static byte[] gsm(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    text.chars()
        .forEach(
            letter -> {
              int basic = BASIC.indexOf(letter);
              if (basic >= 0) {
                octets.write(basic);
              } else {
                octets.write(ESCAPE);
                octets.write(EXTENDED_CODES[EXTENDED.indexOf(letter)]);
              }
            });
    return octets.toByteArray();
  }
}
