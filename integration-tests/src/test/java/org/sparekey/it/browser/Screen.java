package org.sparekey.it.browser;

/** The two sizes that every page is looked at in, in CSS pixels. */
public enum Screen {
  DESKTOP(1280, 800, false),
  PHONE(390, 844, true);

  final int width;
  final int height;
  final boolean touch;

  Screen(int width, int height, boolean touch) {
    this.width = width;
    this.height = height;
    this.touch = touch;
  }
}
