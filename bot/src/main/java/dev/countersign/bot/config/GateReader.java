package dev.countersign.bot.config;

import static dev.countersign.modelrefs.json.Decoders.integer;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.nonBlank;
import static dev.countersign.modelrefs.json.Decoders.number;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.oneOf;
import static dev.countersign.modelrefs.json.Decoders.parsed;
import static dev.countersign.modelrefs.json.Decoders.text;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads one gate: {@code id}, {@code kind}, {@code metric} and the keys of that kind. */
final class GateReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final int DEFAULT_MINIMUM_ROWS = 30;

  private GateReader() {}

  static Decoder<GateSpec> gate() {
    return object(GateReader::read);
  }

  private static GateSpec read(ObjectReader in) {
    Supplier<String> id = in.required("id", parsed(GateReader::id));
    Supplier<GateKind> kind = in.required("kind", oneOf(GateKind.class));
    Supplier<String> metric = in.required("metric", nonBlank());
    Supplier<Optional<Double>> margin = in.optional("margin", number());
    Supplier<Optional<Double>> value = in.optional("value", number());
    Supplier<Optional<String>> than = in.optional("than", nonBlank());
    Supplier<Optional<List<String>>> columns = in.optional("columns", list(nonBlank()));
    Supplier<Long> minimumRows =
        in.withDefault("minimumRows", integer(1, 1_000_000_000), (long) DEFAULT_MINIMUM_ROWS);
    Supplier<String> note = in.withDefault("note", text(), "");
    in.end();
    check(in, kind.get(), margin.get(), value.get(), than.get(), columns.get());
    in.end();
    double bound = value.get().or(margin).orElse(0.0);
    return new GateSpec(
        id.get(),
        kind.get(),
        metric.get(),
        bound,
        than.get(),
        columns.get().orElse(List.of()),
        minimumRows.get().intValue(),
        note.get());
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a gate id; use a-z, 0-9 and -, at most 63");
    }
    return text;
  }

  private static void check(
      ObjectReader in,
      GateKind kind,
      Optional<Double> margin,
      Optional<Double> value,
      Optional<String> than,
      Optional<List<String>> columns) {
    boolean bounded = kind == GateKind.AT_LEAST || kind == GateKind.AT_MOST;
    expect(in, bounded, value.isPresent(), "value", kind);
    expect(in, kind == GateKind.NOT_WORSE_THAN, than.isPresent(), "than", kind);
    expect(in, kind == GateKind.SLICES, columns.isPresent(), "columns", kind);
    columns
        .filter(List::isEmpty)
        .ifPresent(none -> in.problem("\"columns\" must name at least one column"));
    if (bounded && margin.isPresent()) {
      in.problem("\"margin\" is not a key of this kind of gate; give \"value\"");
    }
    margin
        .filter(m -> m < 0 || m >= 1)
        .ifPresent(m -> in.problem("\"margin\" is a share from 0 to 1, such as 0.05, is " + m));
  }

  private static void expect(
      ObjectReader in, boolean wanted, boolean present, String key, GateKind kind) {
    String name = WireName.camelCase(kind);
    if (wanted && !present) {
      in.problem("a gate of kind \"" + name + "\" needs \"" + key + "\"");
    } else if (!wanted && present) {
      in.problem("\"" + key + "\" is not a key of a gate of kind \"" + name + "\"");
    }
  }
}
