package dev.countersign.bot.review;

import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is to be served: which bytes, how many, for which input; and what of it is another. */
final class ArtifactFacts {
  private ArtifactFacts() {}

  /** The facts by name, in reading order. */
  static Map<String, Phrase> of(ReviewInput input) {
    Map<String, Phrase> facts = new LinkedHashMap<>();
    facts.put("Artifact", artifact(input.candidate().artifact()));
    facts.put("Size", size(input));
    input
        .candidate()
        .inputSchema()
        .ifPresent(schema -> facts.put("Serving input", servingInput(input, schema)));
    return facts;
  }

  private static Phrase artifact(Artifact artifact) {
    return Phrase.EMPTY.code(artifact.digest().toString()).text(", " + artifact.format());
  }

  private static Phrase size(ReviewInput input) {
    long size = input.candidate().artifact().sizeBytes();
    Phrase own = Phrase.of(Figures.bytes(size));
    return input.live().map(live -> own.text(change(size, live))).orElse(own);
  }

  private static String change(long size, ModelReference live) {
    long before = live.artifact().sizeBytes();
    String relative =
        before == 0 || before == size
            ? ""
            : " (" + Figures.percentChange((double) (size - before) / before) + ")";
    return "; live " + live.version() + ": " + Figures.bytes(before) + relative;
  }

  /** Whether callers may go on as they do; the fields have a section of their own. */
  private static Phrase servingInput(ReviewInput input, Digest schema) {
    Phrase own = Phrase.of("schema ").code("sha256:" + schema.shortHex());
    return input
        .live()
        .map(
            live ->
                live.inputSchema().filter(schema::equals).isPresent()
                    ? own.text(", unchanged")
                    : own.text(", ").mark(Tone.OPEN, "changed"))
        .orElse(own);
  }
}
