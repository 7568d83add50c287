package dev.countersign.samples.inference;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import dev.countersign.samples.inference.http.InferenceServer;
import dev.countersign.samples.inference.http.Predictions;
import dev.countersign.samples.inference.log.PredictionLog;
import dev.countersign.samples.inference.model.ModelLoader;
import dev.countersign.samples.inference.model.ServedModel;
import dev.countersign.samples.inference.xgboost.XGBoostPredictor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * The main class. Loads the model of a reference, then listens until it is ended. If it cannot, it
 * says why and ends with the exit code of {@link ErrorCode}: 3 if the bytes are not the
 * reference's, 7 if a system library is missing or the port is taken, 2 if it is called wrongly.
 */
public final class InferenceApp {
  private InferenceApp() {}

  /** Starts the app; see {@link Options#USAGE}. */
  public static void main(String[] args) {
    try {
      start(Options.parse(args));
    } catch (CountersignException e) {
      System.err.println(e.code().label() + ": " + e.explanation());
      e.problems().forEach(problem -> System.err.println("  " + problem));
      System.exit(e.code().exit().number());
    }
  }

  private static void start(Options options) {
    ServedModel model = load(options);
    PredictionLog log = new PredictionLog(logStream(options), System.err::println);
    InferenceServer server =
        InferenceServer.start(
            new Predictions(model, log, Clock.systemUTC()), options.port(), System.err::println);
    System.err.printf(
        "serves %s %s (%s) on port %d%n",
        model.reference().line(), model.reference().version(), model.loaded(), server.port());
  }

  private static ServedModel load(Options options) {
    ModelReference reference = reference(options.reference());
    ModelLoader loader = new ModelLoader(XGBoostPredictor::load);
    if (options.source() instanceof Options.Source.Folder folder) {
      return loader.load(reference, folder.path());
    }
    Path root = ((Options.Source.Store) options.source()).root();
    try {
      Path temporary = Files.createTempDirectory("countersign-model");
      try {
        Path folder = temporary.resolve("model");
        new FileArtifactStore(root).fetch(reference.artifact(), folder);
        return loader.load(reference, folder);
      } finally {
        FileTree.delete(temporary);
      }
    } catch (IOException e) {
      throw unavailable("the model cannot be fetched: " + IoReason.of(e), e);
    }
  }

  private static ModelReference reference(Path file) {
    try {
      return ReferenceCodec.decode(Files.readAllBytes(file), file.toString()).reference();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "the reference \"%s\" cannot be read: %s".formatted(file, IoReason.of(e)),
          e);
    }
  }

  private static OutputStream logStream(Options options) {
    if (options.predictionLog().isEmpty()) {
      return System.out;
    }
    Path file = options.predictionLog().get();
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unavailable(
          "the prediction log \"%s\" cannot be written: %s".formatted(file, IoReason.of(e)), e);
    }
  }

  private static CountersignException unavailable(String what, IOException cause) {
    return new CountersignException(ErrorCode.ENVIRONMENT_UNAVAILABLE, what, cause);
  }
}
