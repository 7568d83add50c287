package dev.countersign.bot.review;

import java.util.List;

/** A part of a section. */
public sealed interface Block {
  /** A paragraph. */
  record Paragraph(Phrase phrase) implements Block {}

  /** A remark in smaller print: how numbers came about, what they do not say. */
  record Remark(Phrase phrase) implements Block {}

  /** A list without order. */
  record Bullets(List<Phrase> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** Commands to copy, one per line. */
  record Commands(List<String> lines) implements Block {
    public Commands {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A number per name, which a forge may draw as bars; a table says the same.
   *
   * @param title what is shown, with its unit
   * @param names what the bars stand for, for example {@code Version}
   * @param bars at least one; none below 0
   */
  record Chart(String title, String names, List<Bar> bars) implements Block {
    /**
     * @throws IllegalArgumentException without a bar, or if one is below 0 or not finite
     */
    public Chart {
      bars = List.copyOf(bars);
      if (bars.isEmpty() || bars.stream().anyMatch(bar -> !bar.isDrawable())) {
        throw new IllegalArgumentException("a chart of \"" + title + "\" needs numbers from 0 on");
      }
    }

    /** The same numbers as a table. */
    public Table asTable() {
      return new Table(
          title,
          List.of(Column.words(names), Column.numbers("Value")),
          bars.stream()
              .map(
                  bar ->
                      List.of(
                          Phrase.EMPTY.strong(bar.name()), Phrase.of(Figures.number(bar.value()))))
              .toList());
    }
  }

  /** A bar of a chart. */
  record Bar(String name, double value) {
    private boolean isDrawable() {
      return Double.isFinite(value) && value >= 0;
    }
  }

  /** Pictures in order. */
  record Gallery(List<Picture> pictures) implements Block {
    public Gallery {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * A table; the first cell of a row names it.
   *
   * @param caption what the table shows, for those who hear it
   * @param rows each as long as {@code columns}
   */
  record Table(String caption, List<Column> columns, List<List<Phrase>> rows) implements Block {
    /**
     * @throws IllegalArgumentException if a row is shorter or longer than the columns
     */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Phrase> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row of \"" + caption + "\" has " + row.size());
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param number whether it holds numbers, which stand right
   */
  record Column(String name, boolean number) {
    /** A column of words. */
    public static Column words(String name) {
      return new Column(name, false);
    }

    /** A column of numbers. */
    public static Column numbers(String name) {
      return new Column(name, true);
    }
  }
}
