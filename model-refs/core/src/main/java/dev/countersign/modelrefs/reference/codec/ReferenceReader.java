package dev.countersign.modelrefs.reference.codec;

import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.Withdrawal;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.Provenance.ReportLocation;
import dev.countersign.modelrefs.run.codec.ProvenanceParts;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document as a whole, its keys in the order of the format's description. */
final class ReferenceReader {
  private static final Decoder<Digest> DIGEST = Decoders.parsed(Digest::parse);
  private static final Decoder<ModelVersion> VERSION = Decoders.parsed(ModelVersion::parse);
  private static final Decoder<Long> SEQUENCE = Decoders.integer(1, StrictJson.MAX_SAFE_INTEGER);

  private ReferenceReader() {}

  static ModelReference read(ObjectReader reader) {
    var model = reader.required("model", Decoders.parsed(ModelName::new));
    var environment = reader.required("environment", Decoders.parsed(EnvironmentName::new));
    var version = reader.required("version", VERSION);
    var highestVersion = reader.required("highestVersion", VERSION);
    var sequence = reader.required("sequence", SEQUENCE);
    var origin = reader.required("origin", Decoders.oneOf(Origin.class));
    var artifact = reader.required("artifact", ArtifactParts.artifact());
    var evaluation = reader.optional("evaluation", EvaluationParts.evaluation());
    var provenance = reader.required("provenance", provenance());
    var serving = reader.withDefault("serving", serving(), Optional.empty());
    var changeRequest = reader.optional("changeRequest", Decoders.nonBlank());
    var rollbackOf = reader.optional("rollbackOf", withdrawal());
    reader.reserved("targets");
    reader.reserved("steps");
    return reader.build(
        () ->
            new ModelReference(
                new ModelEnvironment(model.get(), environment.get()),
                version.get(),
                highestVersion.get(),
                sequence.get(),
                origin.get(),
                artifact.get(),
                evaluation.get(),
                provenance.get(),
                serving.get(),
                changeRequest.get(),
                rollbackOf.get()));
  }

  private static Decoder<Provenance> provenance() {
    return Decoders.object(
        reader -> {
          var report = reader.optional("report", report());
          var run = reader.required("run", ProvenanceParts.run());
          var code = reader.required("code", ProvenanceParts.code());
          var data = reader.required("data", Decoders.list(ProvenanceParts.data()));
          var parameters =
              reader.withDefault("parameters", Decoders.map(ProvenanceParts.scalar()), Map.of());
          var runtime = reader.required("runtime", ProvenanceParts.runtime());
          var proposedBy =
              reader.withDefault(
                  "proposedBy", Decoders.list(ProvenanceParts.launcher()), List.of());
          return reader.build(
              () ->
                  new Provenance(
                      report.get(),
                      run.get(),
                      code.get(),
                      data.get(),
                      parameters.get(),
                      runtime.get(),
                      proposedBy.get()));
        });
  }

  private static Decoder<ReportLocation> report() {
    return Decoders.object(
        reader -> {
          var uri = reader.required("uri", Decoders.parsed(ArtifactUri::new));
          var digest = reader.required("digest", DIGEST);
          return reader.build(() -> new ReportLocation(uri.get(), digest.get()));
        });
  }

  private static Decoder<Optional<Digest>> serving() {
    return Decoders.object(
        reader -> {
          var inputSchema = reader.optional("inputSchemaDigest", DIGEST);
          return reader.build(inputSchema);
        });
  }

  private static Decoder<Withdrawal> withdrawal() {
    return Decoders.object(
        reader -> {
          var sequence = reader.required("sequence", SEQUENCE);
          var version = reader.required("version", VERSION);
          var artifactDigest = reader.required("artifactDigest", DIGEST);
          var reason = reader.required("reason", Decoders.text());
          var requestedBy = reader.optional("requestedBy", ProvenanceParts.launcher());
          return reader.build(
              () ->
                  new Withdrawal(
                      sequence.get(),
                      version.get(),
                      artifactDigest.get(),
                      reason.get(),
                      requestedBy.get()));
        });
  }
}
