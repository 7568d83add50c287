package dev.countersign.bot.forge.local;

import static dev.countersign.modelrefs.json.Decoders.flag;
import static dev.countersign.modelrefs.json.Decoders.instant;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.parsed;
import static dev.countersign.modelrefs.json.Decoders.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what {@link LocalEventWriter} wrote. Keys that a later 1.x adds are passed over. */
final class LocalEventReader {
  private static final Decoder<Identity> PERSON = parsed(Login::identity);
  private static final Decoder<CommitId> COMMIT = parsed(CommitId::new);

  private static final Map<String, Function<ObjectReader, LocalEvent>> READERS =
      Map.of(
          "opened", LocalEventReader::opened,
          "headChanged", LocalEventReader::headChanged,
          "edited", LocalEventReader::edited,
          "approved", LocalEventReader::approved,
          "waived", LocalEventReader::waived,
          "closed", LocalEventReader::closed,
          "reopened", LocalEventReader::reopened,
          "merged", LocalEventReader::merged);

  private LocalEventReader() {}

  /**
   * Reads one line.
   *
   * @param what how to name the line in errors
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFLICT} if it is not an
   *     event that this version knows
   */
  static LocalEvent read(String line, String what) {
    return JsonValue.decode(
        json(line, what),
        UnknownKeys.IGNORED,
        ErrorCode.CONFLICT,
        what,
        object(LocalEventReader::event));
  }

  /** What somebody else wrote to the ref is no fault of the person who reads it. */
  private static JsonNode json(String line, String what) {
    try {
      return StrictJson.read(line.getBytes(StandardCharsets.UTF_8), what);
    } catch (CountersignException notJson) {
      throw new CountersignException(ErrorCode.CONFLICT, notJson.explanation(), notJson.problems());
    }
  }

  private static LocalEvent event(ObjectReader reader) {
    Supplier<Function<ObjectReader, LocalEvent>> kind =
        reader.required("event", parsed(LocalEventReader::kind));
    return kind.get().apply(reader);
  }

  private static Function<ObjectReader, LocalEvent> kind(String name) {
    return Optional.ofNullable(READERS.get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("\"" + name + "\" is not an event known here"));
  }

  private static LocalEvent opened(ObjectReader reader) {
    reader.required("schemaVersion", parsed(LocalEventReader::schemaVersion));
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<Identity> by = reader.required("by", PERSON);
    Supplier<String> source = reader.required("source", text());
    Supplier<Heading> heading = reader.required("heading", object(LocalEventReader::heading));
    reader.end();
    return new LocalEvent.Opened(at.get(), by.get(), source.get(), heading.get());
  }

  private static String schemaVersion(String version) {
    if (!version.startsWith("1.")) {
      throw new IllegalArgumentException("\"" + version + "\" is not a version 1.x");
    }
    return version;
  }

  private static LocalEvent headChanged(ObjectReader reader) {
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<CommitId> head = reader.required("head", COMMIT);
    reader.end();
    return new LocalEvent.HeadChanged(at.get(), head.get());
  }

  private static LocalEvent edited(ObjectReader reader) {
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<Identity> by = reader.required("by", PERSON);
    Supplier<Heading> heading = reader.required("heading", object(LocalEventReader::heading));
    reader.end();
    return new LocalEvent.Edited(at.get(), by.get(), heading.get());
  }

  private static Heading heading(ObjectReader reader) {
    Supplier<String> target = reader.required("target", text());
    Supplier<String> title = reader.required("title", text());
    Supplier<List<String>> labels = reader.required("labels", list(text()));
    Supplier<Boolean> draft = reader.required("draft", flag());
    reader.end();
    return new Heading(target.get(), title.get(), labels.get(), draft.get());
  }

  private static LocalEvent approved(ObjectReader reader) {
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<Identity> by = reader.required("by", PERSON);
    Supplier<CommitId> head = reader.required("head", COMMIT);
    Supplier<Boolean> simulated = reader.required("simulated", flag());
    Supplier<Boolean> namesChecksum = reader.withDefault("namesChecksum", flag(), false);
    reader.end();
    return new LocalEvent.Approved(
        at.get(), by.get(), head.get(), simulated.get(), namesChecksum.get());
  }

  private static LocalEvent waived(ObjectReader reader) {
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<Identity> by = reader.required("by", PERSON);
    Supplier<String> gate = reader.required("gate", text());
    Supplier<Digest> digest = reader.required("artifactDigest", parsed(Digest::parse));
    Supplier<String> reason = reader.required("reason", text());
    reader.end();
    return new LocalEvent.Waived(at.get(), by.get(), gate.get(), digest.get(), reason.get());
  }

  private static LocalEvent closed(ObjectReader reader) {
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<Identity> by = reader.required("by", PERSON);
    Supplier<Boolean> byPerson = reader.required("byPerson", flag());
    Supplier<String> reason = reader.required("reason", text());
    reader.end();
    return new LocalEvent.Closed(at.get(), by.get(), byPerson.get(), reason.get());
  }

  private static LocalEvent reopened(ObjectReader reader) {
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<Identity> by = reader.required("by", PERSON);
    reader.end();
    return new LocalEvent.Reopened(at.get(), by.get());
  }

  private static LocalEvent merged(ObjectReader reader) {
    Supplier<Instant> at = reader.required("at", instant());
    Supplier<Identity> by = reader.required("by", PERSON);
    Supplier<CommitId> commit = reader.required("mergeCommit", COMMIT);
    reader.end();
    return new LocalEvent.Merged(at.get(), by.get(), commit.get());
  }
}
