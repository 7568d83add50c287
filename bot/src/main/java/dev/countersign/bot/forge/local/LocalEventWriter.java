package dev.countersign.bot.forge.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.json.CanonicalJson;
import java.nio.charset.StandardCharsets;

/** Writes an event as one line of canonical JSON; the format is in the module's ADR. */
final class LocalEventWriter {
  static final String SCHEMA_VERSION = "1.0";

  private LocalEventWriter() {}

  /** The line, with its line feed. */
  static String line(LocalEvent event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", event.at().toString());
    write(event, json);
    return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8) + "\n";
  }

  private static void write(LocalEvent event, ObjectNode json) {
    if (event instanceof LocalEvent.Opened opened) {
      type(json, "opened", opened.by()).put("schemaVersion", SCHEMA_VERSION);
      json.put("source", opened.source()).set("heading", heading(opened.heading()));
    } else if (event instanceof LocalEvent.HeadChanged changed) {
      json.put("event", "headChanged").put("head", changed.head().hex());
    } else if (event instanceof LocalEvent.Edited edited) {
      type(json, "edited", edited.by()).set("heading", heading(edited.heading()));
    } else {
      writeDecision(event, json);
    }
  }

  private static void writeDecision(LocalEvent event, ObjectNode json) {
    if (event instanceof LocalEvent.Approved approved) {
      type(json, "approved", approved.by()).put("head", approved.head().hex());
      json.put("simulated", approved.simulated());
      if (approved.namesChecksum()) {
        json.put("namesChecksum", true);
      }
    } else if (event instanceof LocalEvent.Waived waived) {
      type(json, "waived", waived.by()).put("gate", waived.gate());
      json.put("artifactDigest", waived.artifactDigest().toString());
      json.put("reason", waived.reason());
    } else if (event instanceof LocalEvent.Closed closed) {
      type(json, "closed", closed.by()).put("byPerson", closed.byPerson());
      json.put("reason", closed.reason());
    } else if (event instanceof LocalEvent.Reopened reopened) {
      type(json, "reopened", reopened.by());
    } else if (event instanceof LocalEvent.Merged merged) {
      type(json, "merged", merged.by()).put("mergeCommit", merged.mergeCommit().hex());
    }
  }

  private static ObjectNode type(ObjectNode json, String event, Identity by) {
    return json.put("event", event).put("by", by.login());
  }

  private static ObjectNode heading(Heading heading) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("target", heading.target()).put("title", heading.title());
    heading.labels().forEach(json.putArray("labels")::add);
    return json.put("draft", heading.draft());
  }
}
