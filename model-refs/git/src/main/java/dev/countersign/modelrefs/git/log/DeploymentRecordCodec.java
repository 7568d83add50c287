package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.WireName;

/** The lines of the deployment log: a {@code kind}, and the keys of that kind. */
final class DeploymentRecordCodec implements RecordCodec<DeploymentRecord> {
  private static final Decoder<Long> SEQUENCE = Decoders.integer(1, 1L << 53);

  /** The values of the key {@code kind}. */
  private enum Kind {
    DEPLOYMENT,
    HOLD,
    RELEASE,
    REBUILD
  }

  @Override
  public void write(DeploymentRecord record, ObjectWriter out) {
    if (record instanceof Deployment deployment) {
      DeploymentCodec.write(deployment, kind(out, Kind.DEPLOYMENT));
    } else if (record instanceof HoldSet hold) {
      act(kind(out, Kind.HOLD), hold.by(), hold.reason(), hold)
          .integer("sequence", hold.sequence());
    } else if (record instanceof HoldReleased release) {
      act(kind(out, Kind.RELEASE), release.by(), release.reason(), release)
          .text("tip", release.tip());
    } else if (record instanceof LogRebuilt rebuilt) {
      act(kind(out, Kind.REBUILD), rebuilt.by(), rebuilt.reason(), rebuilt)
          .text("tip", rebuilt.tip())
          .integer("sequence", rebuilt.sequence());
    }
  }

  private static ObjectWriter kind(ObjectWriter out, Kind kind) {
    return out.text("kind", WireName.camelCase(kind));
  }

  private static ObjectWriter act(
      ObjectWriter out, String by, String reason, DeploymentRecord record) {
    return out.text("by", by).text("reason", reason).text("at", record.at());
  }

  @Override
  public DeploymentRecord read(ObjectReader in) {
    return switch (in.required("kind", Decoders.oneOf(Kind.class)).get()) {
      case DEPLOYMENT -> DeploymentCodec.read(in);
      case HOLD -> hold(in);
      case RELEASE -> release(in);
      case REBUILD -> rebuilt(in);
    };
  }

  private static HoldSet hold(ObjectReader in) {
    var sequence = in.required("sequence", SEQUENCE);
    var by = in.required("by", Decoders.nonBlank());
    var reason = in.required("reason", Decoders.text());
    var at = in.required("at", Decoders.instant());
    return in.build(() -> new HoldSet(sequence.get(), by.get(), reason.get(), at.get()));
  }

  private static HoldReleased release(ObjectReader in) {
    var by = in.required("by", Decoders.nonBlank());
    var reason = in.required("reason", Decoders.text());
    var tip = in.required("tip", Decoders.parsed(CommitId::new));
    var at = in.required("at", Decoders.instant());
    return in.build(() -> new HoldReleased(by.get(), reason.get(), tip.get(), at.get()));
  }

  private static LogRebuilt rebuilt(ObjectReader in) {
    var by = in.required("by", Decoders.nonBlank());
    var reason = in.required("reason", Decoders.text());
    var tip = in.required("tip", Decoders.parsed(CommitId::new));
    var sequence = in.required("sequence", SEQUENCE);
    var at = in.required("at", Decoders.instant());
    return in.build(
        () -> new LogRebuilt(by.get(), reason.get(), tip.get(), sequence.get(), at.get()));
  }
}
