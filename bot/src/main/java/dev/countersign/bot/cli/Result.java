package dev.countersign.bot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.ExitCode;

/**
 * What a command came to.
 *
 * @param data for {@code --output json}, as the schema {@code command-results-1.json} says; the
 *     keys of a command are stable within a schema version
 * @param text for people, without a line feed at the end; may be empty
 */
public record Result(ExitCode exit, ObjectNode data, String text) {
  /** The version of what {@code --output json} prints; keys are only added within 1.x. */
  static final String SCHEMA_VERSION = "1.0";

  /** Done, with data and text. */
  public static Result done(ObjectNode data, String text) {
    return new Result(ExitCode.DONE, data, text);
  }

  /** A document as it is printed: its schema version first. */
  static String printed(ObjectNode data) {
    ObjectNode document = object().put("schemaVersion", SCHEMA_VERSION);
    document.setAll(data);
    return document.toPrettyString();
  }

  /** An empty object to fill. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
