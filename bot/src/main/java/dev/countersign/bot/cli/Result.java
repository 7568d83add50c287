package dev.countersign.bot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.ExitCode;

/**
 * What a command came to.
 *
 * @param data for {@code --output json}; the keys of a command are stable within a schema version
 * @param text for people, without a line feed at the end; may be empty
 */
public record Result(ExitCode exit, ObjectNode data, String text) {
  /** Done, with data and text. */
  public static Result done(ObjectNode data, String text) {
    return new Result(ExitCode.DONE, data, text);
  }

  /** An empty object to fill. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
