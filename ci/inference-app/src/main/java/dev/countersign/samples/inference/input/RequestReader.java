package dev.countersign.samples.inference.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.samples.inference.input.Feature.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the body of a prediction request by the model's schema: {@code {"instances": [{…}]}}, each
 * instance with the schema's features and, if the caller likes, a {@code recordId}. Thread-safe.
 */
public final class RequestReader {
  /** The most instances that one request may have. */
  public static final int MAX_INSTANCES = 1000;

  private static final String WHAT = "request";
  private static final String RECORD_ID = "recordId";

  private final InputSchema schema;

  /** A reader of requests to a model with that schema. */
  public RequestReader(InputSchema schema) {
    this.schema = schema;
  }

  /**
   * Reads a request.
   *
   * @throws CountersignException {@code INPUT_INVALID} with every problem: unknown fields, values
   *     of a wrong type, unknown categories, fields missing that have no default
   */
  public List<Row> read(byte[] body) {
    return JsonValue.decode(
        StrictJson.read(body, WHAT),
        UnknownKeys.REFUSED,
        ErrorCode.INPUT_INVALID,
        WHAT,
        Decoders.object(
            reader -> {
              var instances = reader.required("instances", instances());
              return reader.build(() -> numbered(instances.get()));
            }));
  }

  private static List<Row> numbered(List<Row> rows) {
    List<Row> numbered = new ArrayList<>(rows.size());
    for (Row row : rows) {
      String id = row.recordId().isEmpty() ? Integer.toString(numbered.size()) : row.recordId();
      numbered.add(new Row(id, row.inputs(), row.vector()));
    }
    return List.copyOf(numbered);
  }

  private Decoder<List<Row>> instances() {
    return value -> {
      int size = value.node().size();
      if (value.node().isArray() && (size == 0 || size > MAX_INSTANCES)) {
        throw value.stop("must have 1 to %d instances, has %d".formatted(MAX_INSTANCES, size));
      }
      return Decoders.list(Decoders.object(this::row)).decode(value);
    };
  }

  private Row row(ObjectReader reader) {
    boolean named = schema.features().stream().noneMatch(f -> f.name().equals(RECORD_ID));
    Supplier<String> id = named ? reader.withDefault(RECORD_ID, Decoders.nonBlank(), "") : () -> "";
    List<Supplier<Input>> inputs = new ArrayList<>();
    for (Feature feature : schema.features()) {
      inputs.add(input(reader, feature));
    }
    return reader.build(() -> row(id.get(), inputs.stream().map(Supplier::get).toList()));
  }

  private static Supplier<Input> input(ObjectReader reader, Feature feature) {
    Optional<Input> fallback = feature.fallback();
    return fallback.isPresent()
        ? reader.withDefault(feature.name(), feature.decoder(), fallback.get())
        : reader.required(feature.name(), feature.decoder());
  }

  private Row row(String recordId, List<Input> inputs) {
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < inputs.size(); i++) {
      given.set(schema.features().get(i).name(), inputs.get(i).given());
    }
    return new Row(recordId, given, inputs.stream().map(Input::number).toList());
  }
}
