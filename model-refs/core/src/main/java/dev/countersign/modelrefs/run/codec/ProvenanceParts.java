package dev.countersign.modelrefs.run.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonNumbers;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.DataInfo;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RuntimeInfo;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.value.Digest;

/** The parts that a run report and a reference's provenance write alike. */
public final class ProvenanceParts {
  private static final long MAX_INTEGER = StrictJson.MAX_SAFE_INTEGER;

  private ProvenanceParts() {}

  /** {@code run}. */
  public static Decoder<RunInfo> run() {
    return Decoders.object(
        reader -> {
          var id = reader.required("id", Decoders.nonBlank());
          var engine = reader.required("engine", Decoders.nonBlank());
          var uri = reader.optional("uri", Decoders.text());
          var startedAt = reader.required("startedAt", Decoders.instant());
          var finishedAt = reader.required("finishedAt", Decoders.instant());
          var launchedBy = reader.optional("launchedBy", launcher());
          return reader.build(
              () ->
                  new RunInfo(
                      id.get(),
                      engine.get(),
                      uri.get(),
                      startedAt.get(),
                      finishedAt.get(),
                      launchedBy.get()));
        });
  }

  /** {@code run} as JSON. */
  public static JsonNode json(RunInfo run) {
    return new ObjectWriter()
        .text("id", run.id())
        .text("engine", run.engine())
        .text("uri", run.uri())
        .text("startedAt", run.startedAt())
        .text("finishedAt", run.finishedAt())
        .json("launchedBy", run.launchedBy(), ProvenanceParts::json)
        .node();
  }

  /** {@code launchedBy}. */
  public static Decoder<Launcher> launcher() {
    return Decoders.object(
        reader -> {
          var forge = reader.required("forge", Decoders.nonBlank());
          var id = reader.optional("id", Decoders.integer(0, MAX_INTEGER));
          var login = reader.required("login", Decoders.nonBlank());
          var attested = reader.required("attested", Decoders.flag());
          return reader.build(
              () -> new Launcher(forge.get(), id.get(), login.get(), attested.get()));
        });
  }

  /** {@code launchedBy}. */
  public static JsonNode json(Launcher launcher) {
    ObjectWriter writer = new ObjectWriter().text("forge", launcher.forge());
    launcher.id().ifPresent(id -> writer.integer("id", id));
    return writer.text("login", launcher.login()).flag("attested", launcher.attested()).node();
  }

  /** {@code code}. */
  public static Decoder<CodeInfo> code() {
    return Decoders.object(
        reader -> {
          var repository = reader.optional("repository", Decoders.text());
          var commit = reader.optional("commit", Decoders.text());
          var dirty = reader.withDefault("dirty", Decoders.flag(), false);
          return reader.build(() -> new CodeInfo(repository.get(), commit.get(), dirty.get()));
        });
  }

  /** {@code code} as JSON. */
  public static JsonNode json(CodeInfo code) {
    return new ObjectWriter()
        .text("repository", code.repository())
        .text("commit", code.commit())
        .flag("dirty", code.dirty())
        .node();
  }

  /** An element of {@code data}. */
  public static Decoder<DataInfo> data() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var uri = reader.optional("uri", Decoders.text());
          var digest = reader.required("digest", Decoders.parsed(Digest::parse));
          var rows = reader.required("rows", Decoders.integer(0, MAX_INTEGER));
          return reader.build(() -> new DataInfo(name.get(), uri.get(), digest.get(), rows.get()));
        });
  }

  /** An element of {@code data} as JSON. */
  public static JsonNode json(DataInfo data) {
    return new ObjectWriter()
        .text("name", data.name())
        .text("uri", data.uri())
        .text("digest", data.digest())
        .integer("rows", data.rows())
        .node();
  }

  /** {@code runtime}. */
  public static Decoder<RuntimeInfo> runtime() {
    return Decoders.object(
        reader -> {
          var imageDigest = reader.optional("imageDigest", Decoders.text());
          var seed = reader.optional("seed", Decoders.integer(-MAX_INTEGER, MAX_INTEGER));
          return reader.build(() -> new RuntimeInfo(imageDigest.get(), seed.get()));
        });
  }

  /** {@code runtime} as JSON. */
  public static JsonNode json(RuntimeInfo runtime) {
    ObjectWriter writer = new ObjectWriter().text("imageDigest", runtime.imageDigest());
    runtime.seed().ifPresent(seed -> writer.integer("seed", seed));
    return writer.node();
  }

  /** A value of {@code parameters}. */
  public static Decoder<Scalar> scalar() {
    return value -> {
      JsonNode node = value.node();
      if (node.isTextual()) {
        return new Scalar.Text(node.textValue());
      }
      if (node.isBoolean()) {
        return new Scalar.Flag(node.booleanValue());
      }
      if (node.isNumber()) {
        return new Scalar.Numeric(node.doubleValue());
      }
      throw value.stop("must be a string, a number, true or false");
    };
  }

  /** A value of {@code parameters} as JSON. */
  public static JsonNode json(Scalar scalar) {
    if (scalar instanceof Scalar.Text text) {
      return TextNode.valueOf(text.value());
    }
    if (scalar instanceof Scalar.Flag flag) {
      return BooleanNode.valueOf(flag.value());
    }
    return JsonNumbers.of(((Scalar.Numeric) scalar).value());
  }
}
