package dev.countersign.modelrefs.reference.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Withdrawal;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.codec.ProvenanceParts;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.WireName;

/** The document without its checksum. */
final class ReferenceWriter {
  private ReferenceWriter() {}

  static ObjectNode json(ModelReference reference) {
    return new ObjectWriter()
        .text("schemaVersion", ReferenceCodec.VERSION)
        .text("model", reference.line().model())
        .text("environment", reference.line().environment())
        .text("version", reference.version())
        .text("highestVersion", reference.highestVersion())
        .integer("sequence", reference.sequence())
        .text("origin", WireName.camelCase(reference.origin()))
        .json("artifact", ArtifactParts.json(reference.artifact()))
        .json("evaluation", reference.evaluation(), EvaluationParts::json)
        .json("provenance", json(reference.provenance()))
        .json("serving", reference.inputSchema(), ReferenceWriter::serving)
        .jsonOrNull("changeRequest", reference.changeRequest(), TextNode::valueOf)
        .jsonOrNull("rollbackOf", reference.rollbackOf(), ReferenceWriter::json)
        .node();
  }

  private static JsonNode json(Provenance provenance) {
    return new ObjectWriter()
        .json("report", provenance.report(), ReferenceWriter::json)
        .json("run", ProvenanceParts.json(provenance.run()))
        .json("code", ProvenanceParts.json(provenance.code()))
        .array("data", provenance.data(), ProvenanceParts::json)
        .map("parameters", provenance.parameters(), ProvenanceParts::json)
        .json("runtime", ProvenanceParts.json(provenance.runtime()))
        .arrayUnlessEmpty("proposedBy", provenance.proposedBy(), ProvenanceParts::json)
        .node();
  }

  private static JsonNode json(Provenance.ReportLocation report) {
    return new ObjectWriter().text("uri", report.uri()).text("digest", report.digest()).node();
  }

  private static JsonNode serving(Digest inputSchema) {
    return new ObjectWriter().text("inputSchemaDigest", inputSchema).node();
  }

  private static JsonNode json(Withdrawal withdrawal) {
    return new ObjectWriter()
        .integer("sequence", withdrawal.sequence())
        .text("version", withdrawal.version())
        .text("artifactDigest", withdrawal.artifactDigest())
        .text("reason", withdrawal.reason())
        .json("requestedBy", withdrawal.requestedBy(), ProvenanceParts::json)
        .node();
  }
}
