package dev.countersign.bot.review;

import java.util.List;

/** A section; without blocks it is not shown. */
public record Section(SectionKind kind, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }
}
