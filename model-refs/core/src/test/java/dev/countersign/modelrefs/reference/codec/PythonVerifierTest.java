package dev.countersign.modelrefs.reference.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A verifier in 40 lines of Python, written from the specification alone, agrees with this code:
 * the specification is complete.
 */
class PythonVerifierTest {
  private static final Path SCRIPT = Path.of("src/test/python/verify_reference.py");
  @TempDir Path temporary;

  @BeforeAll
  static void needsPython() throws Exception {
    boolean found = false;
    try {
      found = run(List.of("python3", "--version")).isEmpty();
    } catch (IOException e) {
      System.err.println("SKIPPED: python3 is missing, the specification's verifier did not run");
    }
    assumeTrue(found, "python3 is missing: the specification's verifier did not run");
  }

  @Test
  void isFortyLinesOfCodeAtMost() throws IOException {
    assertThat(Files.readAllLines(SCRIPT)).filteredOn(line -> !line.isBlank()).hasSizeLessThan(41);
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "second", "rollback", "adopted"})
  void agreesOnEveryExample(String name) throws Exception {
    Path example = Path.of("src/test/resources/references", name + ".json");

    assertThat(verify(example)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void agreesOnAnyNumbersAndTexts(int seed) throws Exception {
    ModelReference reference = withParameters(parameters(new Random(seed)));
    Path file = temporary.resolve("model-reference.json");
    Files.write(file, ReferenceCodec.encode(reference));

    assertThat(verify(file)).isEmpty();
  }

  @Test
  void agreesOnAnArtifact_andNoticesAFlippedByte() throws Exception {
    Path source = Files.createDirectory(temporary.resolve("model"));
    Path model = Files.writeString(source.resolve("model.ubj"), "weights");
    Files.writeString(source.resolve("size.json"), "{}");
    Artifact artifact =
        new FileArtifactStore(temporary.resolve("store"))
            .put(new ArtifactDigester(1).digest(source), source, "xgboost-ubj");
    Path file = temporary.resolve("model-reference.json");
    Files.write(file, ReferenceCodec.encode(with(artifact, ReferenceFixtures.provenance())));

    assertThat(verify(file, source)).isEmpty();
    Files.writeString(model, "weighty");
    assertThat(verify(file, source)).contains("model.ubj differs");
  }

  @Test
  void noticesAChangedNumber() throws Exception {
    String changed =
        Files.readString(Path.of("src/test/resources/references/second.json"))
            .replace("543.2", "543.3");
    Path file = Files.writeString(temporary.resolve("changed.json"), changed);

    assertThat(verify(file)).contains("checksum differs");
  }

  private static Map<String, Scalar> parameters(Random random) {
    Map<String, Scalar> parameters = new TreeMap<>();
    while (parameters.size() < 2000) {
      double any = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(any)) {
        parameters.put("bits" + parameters.size(), new Scalar.Numeric(any));
      }
      double plain = Math.scalb((double) random.nextInt(1 << 20), random.nextInt(80) - 40);
      parameters.put("plain" + parameters.size(), new Scalar.Numeric(plain));
      parameters.put(text(random), new Scalar.Text(text(random)));
    }
    parameters.put("minus zero", new Scalar.Numeric(-0.0));
    parameters.put("smallest", new Scalar.Numeric(Double.MIN_VALUE));
    parameters.put("largest", new Scalar.Numeric(Double.MAX_VALUE));
    return parameters;
  }

  /** Any characters of Unicode but halves of surrogate pairs, control characters included. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int bound = random.nextBoolean() ? 0x100 : 0x110000;
    while (text.length() < 6) {
      int c = random.nextInt(bound);
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }

  private static ModelReference withParameters(Map<String, Scalar> parameters) {
    Provenance from = ReferenceFixtures.provenance();
    return with(
        ReferenceFixtures.second().artifact(),
        new Provenance(
            from.report(), from.run(), from.code(), from.data(), parameters, from.runtime()));
  }

  private static ModelReference with(Artifact artifact, Provenance provenance) {
    ModelReference second = ReferenceFixtures.second();
    return new ModelReference(
        second.line(),
        second.version(),
        second.highestVersion(),
        second.sequence(),
        second.origin(),
        artifact,
        second.evaluation(),
        provenance,
        second.inputSchema(),
        second.changeRequest(),
        second.rollbackOf());
  }

  private static String verify(Path... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
    for (Path argument : arguments) {
      command.add(argument.toString());
    }
    return run(command);
  }

  /** What the process said on standard error; empty if it succeeded. */
  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0 ? errors : "failed: " + errors;
  }
}
