package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.WireName;

/** The lines of the outcome log. */
final class OutcomeCodec implements RecordCodec<OutcomeRecord> {
  private static final Decoder<Digest> DIGEST = Decoders.parsed(Digest::parse);

  @Override
  public void write(OutcomeRecord record, ObjectWriter out) {
    out.text("run", record.runId())
        .text("outcome", WireName.camelCase(record.outcome()))
        .text("artifact", record.artifact())
        .text("dataset", record.dataset())
        .text("at", record.at())
        .text("message", record.message());
  }

  @Override
  public OutcomeRecord read(ObjectReader in) {
    var run = in.required("run", Decoders.nonBlank());
    var outcome = in.required("outcome", Decoders.oneOf(RunOutcome.class));
    var artifact = in.optional("artifact", DIGEST);
    var dataset = in.optional("dataset", DIGEST);
    var at = in.required("at", Decoders.instant());
    var message = in.required("message", Decoders.text());
    return in.build(
        () ->
            new OutcomeRecord(
                run.get(), outcome.get(), artifact.get(), dataset.get(), at.get(), message.get()));
  }
}
