package org.sparekey.application.adapter.totp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.QrCode;

/** QR codes by ZXing, as one SVG path: no raster, no style, no script. */
@Adapter
public class ZxingQrCode implements QrCode {

  /** The quiet zone that ISO/IEC 18004 asks for, in modules. */
  private static final int QUIET_ZONE = 4;

  @Override
  public String svg(String content, String title) {
    BitMatrix matrix = matrix(content);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      row(matrix, y, path);
    }
    String size = Integer.toString(matrix.getWidth());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\" viewBox=\"0 0 "
        + size
        + " "
        + size
        + "\" shape-rendering=\"crispEdges\"><title>"
        + escaped(title)
        + "</title><rect width=\""
        + size
        + "\" height=\""
        + size
        + "\" fill=\"#ffffff\"/><path fill=\"#000000\" d=\""
        + path
        + "\"/></svg>";
  }

  private static BitMatrix matrix(String content) {
    try {
      return new QRCodeWriter()
          .encode(
              content,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET_ZONE,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  private static void row(BitMatrix matrix, int y, StringBuilder path) {
    int x = 0;
    while (x < matrix.getWidth()) {
      int from = x;
      while (x < matrix.getWidth() && matrix.get(x, y)) {
        x++;
      }
      if (x > from) {
        int run = x - from;
        path.append('M').append(from).append(' ').append(y);
        path.append('h').append(run).append("v1h-").append(run).append('z');
      } else {
        x++;
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
