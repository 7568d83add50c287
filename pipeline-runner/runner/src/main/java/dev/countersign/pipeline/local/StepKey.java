package dev.countersign.pipeline.local;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.run.codec.ProvenanceParts;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.pipeline.spec.EnvironmentRule;
import dev.countersign.pipeline.spec.StepSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a step as one digest: argv as written, the parameters it mentions, the digests of
 * its inputs (its code among them), the names of its outputs and the environment rule. Two steps of
 * the same content do the same; paths of this machine and the step's name do not count.
 */
final class StepKey {
  private StepKey() {}

  static Digest of(
      StepSpec step,
      Map<String, Scalar> parameters,
      EnvironmentRule environment,
      Map<String, Digest> inputs) {
    Map<String, Scalar> mentioned = new LinkedHashMap<>(parameters);
    mentioned.keySet().retainAll(step.parameters());
    return CanonicalJson.digest(
        new ObjectWriter()
            .array("argv", step.argv(), argument -> TextNode.valueOf(argument.text()))
            .map("parameters", mentioned, ProvenanceParts::json)
            .map("inputs", inputs, digest -> TextNode.valueOf(digest.toString()))
            .map("outputs", step.outputs(), path -> TextNode.valueOf(path.value()))
            .array("pass", environment.pass(), TextNode::valueOf)
            .map("set", environment.set(), TextNode::valueOf)
            .node());
  }
}
