package dev.countersign.bot.scaffold;

import java.util.List;

/**
 * A file to be there.
 *
 * @param path relative to the repository's root, with {@code /}
 */
public record ScaffoldFile(String path, String content) {
  List<String> lines() {
    return content.lines().toList();
  }
}
