package dev.countersign.bot.review.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * How the serving input of a candidate differs from the live model's.
 *
 * @param changes by name; empty if the fields are the same though the files are not
 */
public record SchemaDifference(List<FieldChange> changes) {
  public SchemaDifference {
    changes = List.copyOf(changes);
  }

  /**
   * A field that is not the same in both; one of the two is there.
   *
   * @param before in the live model's schema
   * @param after in the candidate's
   */
  public record FieldChange(String name, Optional<InputField> before, Optional<InputField> after) {
    /** What became of the field. */
    public Kind kind() {
      if (before.isEmpty()) {
        return Kind.ADDED;
      }
      if (after.isEmpty()) {
        return Kind.REMOVED;
      }
      return before.map(InputField::type).equals(after.map(InputField::type))
          ? Kind.CHANGED
          : Kind.RETYPED;
    }
  }

  /** What can become of a field; those that break callers come first. */
  public enum Kind {
    REMOVED,
    RETYPED,
    ADDED,
    /** The type is the same, but for example the default is not. */
    CHANGED
  }

  /** The difference between two files; empty if one of them cannot be read. */
  public static Optional<SchemaDifference> between(byte[] live, byte[] candidate) {
    return InputFields.read(live)
        .flatMap(before -> InputFields.read(candidate).map(after -> between(before, after)));
  }

  private static SchemaDifference between(
      SortedMap<String, InputField> before, SortedMap<String, InputField> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      Optional<InputField> old = find(before, name);
      Optional<InputField> now = find(after, name);
      if (!old.equals(now)) {
        changes.add(new FieldChange(name, old, now));
      }
    }
    return new SchemaDifference(changes);
  }

  private static Optional<InputField> find(Map<String, InputField> fields, String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** How many fields became something. */
  public long count(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
