package dev.countersign.pipeline.local;

import static dev.countersign.modelrefs.json.Decoders.map;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.parsed;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.pipeline.files.AtomicFile;
import dev.countersign.pipeline.spec.StepSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which run made the outputs of a step with a given content: one small file per key that points to
 * the outputs in that run's folder. An entry whose outputs are gone or changed is as good as none.
 */
final class StepCache {
  private final Path work;

  StepCache(Path work) {
    this.work = work;
  }

  /**
   * Outputs of a step.
   *
   * @param folder relative to the work folder
   */
  record Entry(ArtifactPath folder, Map<String, Digest> outputs) {
    Entry {
      outputs = Map.copyOf(outputs);
    }
  }

  /** The outputs of a key, if their bytes are still those that were noted. */
  Optional<StepFiles> find(Digest key, StepSpec step) {
    return read(key)
        .filter(entry -> entry.outputs().keySet().equals(step.outputs().keySet()))
        .flatMap(entry -> unchanged(entry, step));
  }

  private Optional<StepFiles> unchanged(Entry entry, StepSpec step) {
    Path folder = work.resolve(entry.folder().value());
    Map<String, Path> places = new LinkedHashMap<>();
    step.outputs().forEach((name, path) -> places.put(name, folder.resolve(path.value())));
    boolean same =
        places.entrySet().stream()
            .allMatch(
                place ->
                    Files.exists(place.getValue())
                        && ContentDigest.of(place.getValue())
                            .equals(entry.outputs().get(place.getKey())));
    return same ? Optional.of(new StepFiles(places, entry.outputs())) : Optional.empty();
  }

  /** Notes where the outputs of a key lie. */
  void put(Digest key, Path folder, StepFiles files) {
    String relative = work.relativize(folder).toString().replace('\\', '/');
    byte[] bytes =
        CanonicalJson.indented(
            new ObjectWriter()
                .text("folder", relative)
                .map("outputs", files.digests(), digest -> TextNode.valueOf(digest.toString()))
                .node());
    AtomicFile.write(file(key), bytes);
  }

  private Optional<Entry> read(Digest key) {
    Path file = file(key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(
          JsonValue.decode(
              StrictJson.read(bytes, file.toString()),
              UnknownKeys.IGNORED,
              ErrorCode.INPUT_INVALID,
              file.toString(),
              object(StepCache::entry)));
    } catch (IOException | CountersignException e) {
      return Optional.empty();
    }
  }

  private static Entry entry(ObjectReader reader) {
    var folder = reader.required("folder", parsed(ArtifactPath::new));
    var outputs = reader.required("outputs", map(parsed(Digest::parse)));
    return reader.build(() -> new Entry(folder.get(), outputs.get()));
  }

  private Path file(Digest key) {
    return work.resolve("cache").resolve(key.hex() + ".json");
  }
}
