package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.value.WireName;

/** The lines of the notice log. */
final class NoticeCodec implements RecordCodec<NoticeRecord> {
  @Override
  public void write(NoticeRecord record, ObjectWriter out) {
    out.text("stage", WireName.camelCase(record.stage()))
        .text("event", record.event())
        .text("channel", record.channel())
        .text("thread", record.thread())
        .text("writer", record.writer())
        .text("message", record.message())
        .text("at", record.at());
  }

  @Override
  public NoticeRecord read(ObjectReader in) {
    var stage = in.required("stage", Decoders.oneOf(NoticeRecord.Stage.class));
    var event = in.required("event", Decoders.nonBlank());
    var channel = in.required("channel", Decoders.nonBlank());
    var thread = in.required("thread", Decoders.nonBlank());
    var writer = in.required("writer", Decoders.nonBlank());
    var message = in.optional("message", Decoders.nonBlank());
    var at = in.required("at", Decoders.instant());
    return in.build(
        () ->
            new NoticeRecord(
                stage.get(),
                event.get(),
                channel.get(),
                thread.get(),
                writer.get(),
                message.get(),
                at.get()));
  }
}
