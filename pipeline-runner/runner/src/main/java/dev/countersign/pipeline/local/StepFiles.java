package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.value.Digest;
import java.nio.file.Path;
import java.util.Map;

/**
 * A step's outputs by name: where each lies and what its bytes are.
 *
 * @param digests of the same names as {@code places}
 */
record StepFiles(Map<String, Path> places, Map<String, Digest> digests) {
  /** No outputs. */
  static final StepFiles NONE = new StepFiles(Map.of(), Map.of());

  StepFiles {
    places = Map.copyOf(places);
    digests = Map.copyOf(digests);
  }
}
