package dev.countersign.bot.approval;

import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.json.Suggestion;
import java.util.List;

/** Which gates of a merge request can be waived: those that decide about it. */
public final class WaivableGates {
  private WaivableGates() {}

  /**
   * The gate of that id, as it stands.
   *
   * @throws CountersignException {@code USAGE} with the nearest id, if the configuration has no
   *     such gate
   */
  public static GateResult require(JudgedRequest judged, String id) {
    List<GateResult> gates = judged.gates();
    return gates.stream()
        .filter(gate -> gate.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id, gates.stream().map(GateResult::id).toList()));
  }

  private static CountersignException unknown(String id, List<String> ids) {
    return new CountersignException(
        ErrorCode.USAGE,
        "\"%s\" is not a gate of this merge request; its gates are: %s%s"
            .formatted(id, String.join(", ", ids), Suggestion.of(id, ids)));
  }
}
