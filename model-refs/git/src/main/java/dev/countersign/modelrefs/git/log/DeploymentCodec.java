package dev.countersign.modelrefs.git.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;
import java.util.function.Supplier;

/** The keys of a {@link Deployment}. */
final class DeploymentCodec {
  private static final long MAX_SEQUENCE = 1L << 53;

  private DeploymentCodec() {}

  static void write(Deployment deployment, ObjectWriter out) {
    DeployedRelease release = deployment.release();
    out.text("target", deployment.target())
        .text("outcome", WireName.camelCase(deployment.outcome()))
        .text("version", release.version())
        .integer("sequence", release.sequence())
        .integer("highestSequence", release.highestSequence())
        .text("commit", release.commit())
        .text("blob", release.blob())
        .text("declared", release.digest())
        .json("observed", deployment.observed(), DeploymentCodec::observed)
        .json("mergeRequest", deployment.request(), DeploymentCodec::request)
        .text("startedAt", deployment.startedAt())
        .text("finishedAt", deployment.finishedAt())
        .text("message", deployment.message());
  }

  static Deployment read(ObjectReader in) {
    var target = in.required("target", Decoders.nonBlank());
    var outcome = in.required("outcome", Decoders.oneOf(DeploymentOutcome.class));
    Supplier<DeployedRelease> release = release(in);
    var observed = in.optional("observed", Decoders.object(DeploymentCodec::observed));
    var request = in.optional("mergeRequest", Decoders.object(DeploymentCodec::request));
    var startedAt = in.required("startedAt", Decoders.instant());
    var finishedAt = in.required("finishedAt", Decoders.instant());
    var message = in.required("message", Decoders.text());
    return in.build(
        () ->
            new Deployment(
                target.get(),
                outcome.get(),
                release.get(),
                observed.get(),
                request.get(),
                startedAt.get(),
                finishedAt.get(),
                message.get()));
  }

  private static Supplier<DeployedRelease> release(ObjectReader in) {
    var version = in.required("version", Decoders.parsed(ModelVersion::parse));
    var sequence = in.required("sequence", Decoders.integer(1, MAX_SEQUENCE));
    var highest = in.required("highestSequence", Decoders.integer(1, MAX_SEQUENCE));
    var commit = in.required("commit", Decoders.parsed(CommitId::new));
    var blob = in.required("blob", Decoders.parsed(BlobId::new));
    var digest = in.required("declared", Decoders.parsed(Digest::parse));
    return () ->
        new DeployedRelease(
            version.get(), sequence.get(), highest.get(), commit.get(), blob.get(), digest.get());
  }

  private static JsonNode observed(ObservedDigest observed) {
    return new ObjectWriter()
        .text("digest", observed.digest())
        .text("means", WireName.camelCase(observed.means()))
        .node();
  }

  private static ObservedDigest observed(ObjectReader in) {
    var digest = in.required("digest", Decoders.parsed(Digest::parse));
    var means = in.required("means", Decoders.oneOf(ObservedDigest.Means.class));
    return in.build(() -> new ObservedDigest(digest.get(), means.get()));
  }

  private static JsonNode request(ApprovedRequest request) {
    ObjectWriter writer =
        new ObjectWriter()
            .integer("number", request.number())
            .text("url", request.url())
            .array("approvals", request.approvals(), DeploymentCodec::approval);
    request.required().ifPresent(required -> writer.integer("required", required));
    return writer.node();
  }

  private static ApprovedRequest request(ObjectReader in) {
    Decoder<List<RecordedApproval>> approvals =
        Decoders.list(Decoders.object(DeploymentCodec::approval));
    var number = in.required("number", Decoders.integer(1, MAX_SEQUENCE));
    var url = in.required("url", Decoders.text());
    var given = in.required("approvals", approvals);
    var required = in.optional("required", Decoders.integer(0, MAX_SEQUENCE));
    return in.build(
        () ->
            new ApprovedRequest(
                number.get(), url.get(), given.get(), required.get().map(Long::intValue)));
  }

  private static JsonNode approval(RecordedApproval approval) {
    return new ObjectWriter()
        .text("login", approval.login())
        .flag("simulated", approval.simulated())
        .text("head", approval.head())
        .text("at", approval.at())
        .node();
  }

  private static RecordedApproval approval(ObjectReader in) {
    var login = in.required("login", Decoders.nonBlank());
    var simulated = in.required("simulated", Decoders.flag());
    var head = in.required("head", Decoders.parsed(CommitId::new));
    var at = in.required("at", Decoders.instant());
    return in.build(() -> new RecordedApproval(login.get(), simulated.get(), head.get(), at.get()));
  }
}
