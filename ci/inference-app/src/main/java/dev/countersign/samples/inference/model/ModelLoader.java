package dev.countersign.samples.inference.model;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.samples.inference.input.InputSchema;
import dev.countersign.samples.inference.input.InputSchemaReader;
import java.nio.file.Path;

/** Loads a model of format {@code xgboost-ubj}: {@code model.ubj} and {@code input-schema.json}. */
public final class ModelLoader {
  private static final String MODEL = "model.ubj";

  private final Predictor.Loader library;

  /** A loader that makes models with a library. */
  public ModelLoader(Predictor.Loader library) {
    this.library = library;
  }

  /**
   * Loads the model of a reference from a folder.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code DIGEST_MISMATCH} unless the
   *     bytes read are the reference's artifact; then nothing was loaded
   */
  public ServedModel load(ModelReference reference, Path folder) {
    ReadFiles files = ReadFiles.of(folder, reference.artifact());
    InputSchema schema = InputSchemaReader.read(files.bytes(InputSchemaReader.FILE));
    Predictor predictor = library.load(files.bytes(MODEL));
    return new ServedModel(reference, files.digest(), schema, predictor);
  }
}
