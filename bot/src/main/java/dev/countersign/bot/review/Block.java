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
