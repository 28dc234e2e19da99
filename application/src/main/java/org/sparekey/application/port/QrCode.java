package org.sparekey.application.port;

/** Draws QR codes. */
public interface QrCode {

  /** An SVG element without script or style, black on white, quiet zone included. */
  String svg(String content, String title);
}
