package dev.countersign.modelrefs.git.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.SchemaVersion;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of chained JSON lines. Every line is the RFC 8785 form of an object and carries the
 * SHA-256 of the bytes of the line before it, without its line feed; the first carries none. Where
 * a link does not hold, the two lines it joins are both not to be trusted: nothing tells which was
 * changed.
 */
final class Chain<R> {
  private static final SchemaVersion VERSION = new SchemaVersion(1, 0);

  private final ModelEnvironment line;
  private final RecordCodec<R> codec;

  Chain(ModelEnvironment line, RecordCodec<R> codec) {
    this.line = line;
    this.codec = codec;
  }

  /** The file with one record more. */
  byte[] append(byte[] file, R record) {
    LogLines lines = new LogLines(file);
    return lines.with(CanonicalJson.bytes(json(record, lines.last().map(Digest::of))));
  }

  private JsonNode json(R record, Optional<Digest> previous) {
    ObjectWriter out =
        new ObjectWriter()
            .text("schemaVersion", VERSION)
            .text("model", line.model())
            .text("environment", line.environment())
            .text("previous", previous);
    codec.write(record, out);
    return out.node();
  }

  /** Every line, in the order of the file. */
  List<LogEntry<R>> read(byte[] file) {
    List<byte[]> lines = new LogLines(file).all();
    List<Parsed<R>> parsed = new ArrayList<>();
    for (byte[] bytes : lines) {
      parsed.add(parse(bytes));
    }
    List<LogEntry<R>> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      entries.add(entry(i, lines, parsed));
    }
    return List.copyOf(entries);
  }

  private LogEntry<R> entry(int i, List<byte[]> lines, List<Parsed<R>> parsed) {
    Parsed<R> own = parsed.get(i);
    if (own.record().isEmpty()) {
      return new LogEntry.Unverifiable<>(i + 1, own.reason());
    }
    Optional<Digest> before = i == 0 ? Optional.empty() : Optional.of(Digest.of(lines.get(i - 1)));
    if (!own.previous().equals(before)) {
      return new LogEntry.Unverifiable<>(
          i + 1, "it carries the hash of another line than the one before it");
    }
    boolean denied =
        i + 1 < lines.size()
            && parsed.get(i + 1).record().isPresent()
            && !parsed.get(i + 1).previous().equals(Optional.of(Digest.of(lines.get(i))));
    return denied
        ? new LogEntry.Unverifiable<>(i + 1, "the line after it carries the hash of another line")
        : new LogEntry.Recorded<>(i + 1, own.record().get());
  }

  private Parsed<R> parse(byte[] bytes) {
    try {
      JsonNode document = StrictJson.read(bytes, "line");
      VERSION.check(document, "line");
      return JsonValue.decode(
          document,
          UnknownKeys.IGNORED,
          ErrorCode.INPUT_INVALID,
          "line",
          Decoders.object(this::own));
    } catch (CountersignException e) {
      String problems = String.join("; ", e.problems().stream().map(Problem::toString).toList());
      return new Parsed<>(Optional.empty(), Optional.empty(), problems);
    }
  }

  private Parsed<R> own(ObjectReader in) {
    var model = in.required("model", Decoders.text());
    var environment = in.required("environment", Decoders.text());
    var previous = in.optional("previous", Decoders.parsed(Digest::parse));
    R record = codec.read(in);
    String written = model.get() + "/" + environment.get();
    return written.equals(line.toString())
        ? new Parsed<>(Optional.of(record), previous.get(), "")
        : new Parsed<>(Optional.empty(), previous.get(), "it is about \"" + written + "\"");
  }

  private record Parsed<R>(Optional<R> record, Optional<Digest> previous, String reason) {}
}
