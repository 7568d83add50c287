package dev.countersign.samples.inference;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A small model, trained, stored and named by a reference, as a promotion would leave it. */
public final class SampleModel {
  /** What lies beside the model. */
  public static final String SCHEMA =
      """
      {"features": [
         {"name": "carat", "type": "number", "default": 0.7},
         {"name": "cut", "type": "category", "categories": ["Fair", "Good", "Ideal"],
          "default": "Ideal"},
         {"name": "depth", "type": "number"}],
       "target": {"name": "price", "unit": "USD"}}
      """;

  private SampleModel() {}

  /** The bytes of a booster that has learnt that the price grows with the carat. */
  public static byte[] ubj() throws XGBoostError {
    DMatrix rows =
        new DMatrix(
            new float[] {0.2f, 0, 60, 0.7f, 1, 61, 1.5f, 2, 62, 2.5f, 1, 63}, 4, 3, Float.NaN);
    rows.setLabel(new float[] {300, 2000, 9000, 17000});
    Map<String, Object> parameters =
        Map.of("objective", "reg:squarederror", "nthread", 1, "min_child_weight", 0, "seed", 1);
    Booster booster = XGBoost.train(rows, parameters, 20, Map.of(), null, null);
    return booster.toByteArray("ubj");
  }

  /** Writes the model's folder. */
  public static Path write(Path folder) throws IOException, XGBoostError {
    Files.createDirectories(folder);
    Files.write(folder.resolve("model.ubj"), ubj());
    Files.write(folder.resolve("input-schema.json"), SCHEMA.getBytes(StandardCharsets.UTF_8));
    return folder;
  }

  /** Puts the model of a folder into a store. */
  public static Artifact store(Path root, Path folder) {
    return new FileArtifactStore(root)
        .put(ArtifactDigester.ofProcessors().digest(folder), folder, "xgboost-ubj");
  }

  /** The reference of an artifact, with everything else as in the fixture. */
  public static ModelReference reference(Artifact artifact) {
    ModelReference first = ReferenceFixtures.first();
    return new ModelReference(
        first.line(),
        first.version(),
        first.highestVersion(),
        first.sequence(),
        first.origin(),
        artifact,
        first.evaluation(),
        first.provenance(),
        first.inputSchema(),
        first.changeRequest(),
        first.rollbackOf());
  }

  /** Writes the reference of an artifact to a file. */
  public static Path writeReference(Path file, Artifact artifact) throws IOException {
    return Files.write(file, ReferenceCodec.encode(reference(artifact)));
  }
}
