package org.sparekey.application.adapter.totp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn is what a phone reads. */
class QrCodeCanBeReadTest {

  private static final int SCALE = 4;
  private static final String CONTENT =
      "otpauth://totp/Sparekey:ada%40acme.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
          + "&issuer=Sparekey&algorithm=SHA1&digits=6&period=30";

  private final ZxingQrCode qr = new ZxingQrCode();

  @Test
  void thePathDrawsTheContent() throws Exception {
    assertThat(read(qr.svg(CONTENT, "Sparekey"))).isEqualTo(CONTENT);
  }

  @Test
  void thereIsNoStyleNoScriptAndNoMarkupFromTheTitle() {
    String svg = qr.svg(CONTENT, "<script>alert(1)</script>&");

    assertThat(svg)
        .startsWith("<svg ")
        .endsWith("</svg>")
        .doesNotContain("<script", "style=", "onload")
        .contains("&lt;script&gt;");
  }

  private static String read(String svg) throws Exception {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1));
    int[] pixels = new int[size * SCALE * size * SCALE];
    Arrays.fill(pixels, 0xffffff);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
    while (run.find()) {
      int left = Integer.parseInt(run.group(1)) * SCALE;
      int top = Integer.parseInt(run.group(2)) * SCALE;
      int width = Integer.parseInt(run.group(3)) * SCALE;
      for (int y = top; y < top + SCALE; y++) {
        Arrays.fill(pixels, y * size * SCALE + left, y * size * SCALE + left + width, 0x000000);
      }
    }
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(size * SCALE, size * SCALE, pixels))),
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
