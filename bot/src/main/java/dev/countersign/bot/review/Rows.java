package dev.countersign.bot.review;

import java.util.List;
import java.util.Optional;

/** Tables of limited length. */
final class Rows {
  private Rows() {}

  /** A table; where rows were left out it says how many, and where the others are. */
  static List<Block> table(
      String caption,
      List<Block.Column> columns,
      List<List<Phrase>> rows,
      Optional<String> elsewhere,
      int total) {
    Block table = new Block.Table(caption, columns, rows);
    if (rows.size() == total) {
      return List.of(table);
    }
    String rest = Figures.count(total - (long) rows.size(), "more row");
    return List.of(
        table,
        new Block.Remark(Phrase.of(rest + elsewhere.map(place -> ", " + place).orElse("") + ".")));
  }
}
