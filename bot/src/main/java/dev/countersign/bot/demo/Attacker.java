package dev.countersign.bot.demo;

import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.SessionOptions;
import dev.countersign.bot.wiring.TargetFactory;
import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.Release;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Somebody with access to the store and to the machine, but not to the review. */
final class Attacker {
  private final DemoFiles files;
  private final SessionOptions repository;

  Attacker(DemoFiles files, SessionOptions repository) {
    this.files = files;
    this.repository = repository;
  }

  /** Flips the lowest bit of the byte in the middle of a stored model; twice is never. */
  void flipOneBit(Digest artifact) {
    Path model = files.store().resolve("sha256").resolve(artifact.hex()).resolve("model.ubj");
    try {
      byte[] bytes = Files.readAllBytes(model);
      bytes[bytes.length / 2] ^= 1;
      Path changed = Files.createTempFile(files.root(), "flipped", ".ubj");
      Files.write(changed, bytes);
      Files.delete(model);
      Files.move(changed, model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the app with a candidate that nobody approved, past Countersign. */
  Digest startUnapproved(CommitId head, ModelEnvironment line) {
    try (Session session = Session.open(repository)) {
      String document =
          session
              .git()
              .read(head, line.referencePath())
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .orElseThrow();
      ModelReference reference =
          ReferenceCodec.decode(document.getBytes(StandardCharsets.UTF_8), line.referencePath())
              .reference();
      TargetSpec app = session.config().line(line).orElseThrow().targets().get(0);
      ApplyOutcome outcome =
          new TargetFactory(step -> {}).of(app).apply(new Release(reference, head, document));
      return Optional.of(outcome)
          .filter(ApplyOutcome.Serving.class::isInstance)
          .map(serving -> ((ApplyOutcome.Serving) serving).observed())
          .orElseThrow(() -> new IllegalStateException("the app did not start: " + outcome));
    }
  }

  /** Stops the app and what keeps it running, if an earlier or interrupted demo left any. */
  void clearUp(ModelEnvironment line) {
    if (!Files.isDirectory(files.repository())) {
      return;
    }
    try (Session session = Session.open(repository)) {
      session
          .config()
          .line(line)
          .ifPresent(
              environment ->
                  new TargetFactory(step -> {}).of(environment.targets().get(0)).remove(line));
    } catch (CountersignException nothingToStop) {
      // The folder is cleared next; what cannot be read there was never started.
    }
  }
}
