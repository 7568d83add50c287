package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.WireName;
import java.util.ArrayList;
import java.util.List;

/** The candidates that the same merge request proposed before, and what took their place. */
final class HistorySection {
  private HistorySection() {}

  static Section of(ReviewInput input) {
    List<EarlierCandidate> earlier = input.past().candidates();
    List<List<Phrase>> rows = new ArrayList<>();
    Phrase successor =
        named(input.candidate().version().toString(), input.candidate().artifact().digest());
    for (EarlierCandidate each : earlier) {
      rows.add(row(each, successor));
      successor = named(each.version().toString(), each.artifactDigest());
    }
    return new Section(
        SectionKind.HISTORY,
        rows.isEmpty()
            ? List.of()
            : List.of(
                new Block.Table(
                    "Candidates that this merge request proposed before",
                    List.of(
                        words("Version"),
                        words("Artifact"),
                        words("Verdict"),
                        words("Superseded"),
                        words("By")),
                    rows)));
  }

  private static List<Phrase> row(EarlierCandidate candidate, Phrase successor) {
    return List.of(
        Phrase.EMPTY.strong(candidate.version().toString()),
        Phrase.EMPTY.code("sha256:" + candidate.artifactDigest().shortHex()),
        Phrase.of(candidate.verdict().map(WireName::words).orElse("not judged")),
        Phrase.of(Figures.time(candidate.supersededAt())),
        successor);
  }

  private static Phrase named(String version, Digest artifact) {
    return Phrase.of(version + ", ").code("sha256:" + artifact.shortHex());
  }
}
