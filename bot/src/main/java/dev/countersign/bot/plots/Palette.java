package dev.countersign.bot.plots;

import java.awt.Color;
import java.util.List;

/**
 * Colours after M. Okabe and K. Ito, "Color Universal Design", 2008; on a light ground that is part
 * of the picture, so that it can be read on a dark page, too.
 */
final class Palette {
  static final Color GROUND = Color.WHITE;
  static final Color INK = new Color(0x1c, 0x21, 0x28);
  static final Color QUIET = new Color(0x57, 0x60, 0x6a);
  static final Color GRID = new Color(0xe3, 0xe7, 0xec);
  static final Color CANDIDATE = new Color(0x00, 0x72, 0xb2);
  static final Color LIVE = new Color(0xd5, 0x5e, 0x00);

  /** From few rows to many: one hue, so that lightness alone orders it. */
  static final List<Color> DENSITY =
      List.of(
          new Color(0xa9, 0xcf, 0xe8),
          new Color(0x6a, 0xae, 0xd8),
          new Color(0x2f, 0x86, 0xc1),
          new Color(0x0b, 0x5c, 0x9a),
          new Color(0x06, 0x2f, 0x5c));

  private Palette() {}
}
