package dev.countersign.bot.forge;

import java.util.Collection;
import java.util.List;

/**
 * What has to be done so that a merge request has the bot's labels. Labels that people gave it
 * stay: the bot's begin with words of their own.
 *
 * @param added not there yet
 * @param removed the bot's, and not wanted any more
 */
public record LabelChanges(List<String> added, List<String> removed) {
  /** Begins the label that names the environment. */
  public static final String ENVIRONMENT = "environment: ";

  /** Begins the label that names the verdict. */
  public static final String VERDICT = "verdict: ";

  private static final List<String> OWN = List.of(ENVIRONMENT, VERDICT, "countersign: ");

  public LabelChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** From the labels that a merge request shows to those that it shall have. */
  public static LabelChanges between(Collection<String> shown, Collection<String> wanted) {
    return new LabelChanges(
        wanted.stream().filter(label -> !shown.contains(label)).toList(),
        shown.stream()
            .filter(label -> OWN.stream().anyMatch(label::startsWith))
            .filter(label -> !wanted.contains(label))
            .toList());
  }

  /** Whether all is as it shall be. */
  public boolean isNone() {
    return added.isEmpty() && removed.isEmpty();
  }
}
