package dev.countersign.samples.diamonds.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.JsonNumbers;
import dev.countersign.modelrefs.json.ObjectWriter;
import java.util.Map;

/** The step report of this pipeline; the runner adds what it knows itself. */
public final class StepReportJson {
  private final Map<String, Double> metrics;
  private final Map<String, Double> importance;

  /**
   * @param importance by feature
   */
  public StepReportJson(Measured measured, Map<String, Double> importance) {
    this.metrics = measured.metrics();
    this.importance = importance;
  }

  /**
   * The report as bytes.
   *
   * @param data element of {@code data}, as the load step wrote it
   * @param unloadable {@code unloadableBaselines}, as the predict step wrote it
   */
  public byte[] bytes(JsonNode data, JsonNode unloadable, String bump, long seed) {
    ObjectNode report =
        new ObjectWriter()
            .json("artifact", new ObjectWriter().text("format", "xgboost-ubj").node())
            .json(
                "dataset",
                new ObjectWriter().text("name", "diamonds-test").text("split", "row-hash").node())
            .json("data", JsonNodeFactory.instance.arrayNode().add(data))
            .map("metrics", metrics, JsonNumbers::of)
            .map("featureImportance", importance, JsonNumbers::of)
            .text("inputSchema", "artifact/input-schema.json")
            .text("bump", bump)
            .json("runtime", new ObjectWriter().integer("seed", seed).node())
            .json("unloadableBaselines", unloadable)
            .node();
    report
        .putArray("definitions")
        .add(definition("rmse", "lower", "USD"))
        .add(definition("r2", "higher", ""))
        .add(definition("cv_rmse", "lower", "USD"))
        .add(definition("rmse_gap", "lower", ""))
        .add(definition("rmse_all", "lower", "USD"));
    return CanonicalJson.indented(report);
  }

  private static ObjectNode definition(String name, String direction, String unit) {
    return new ObjectWriter()
        .text("name", name)
        .text("direction", direction)
        .textUnlessEmpty("unit", unit)
        .node();
  }
}
