package dev.countersign.bot.review;

import static dev.countersign.bot.review.Block.Column.words;

import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.DataInfo;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.RunInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where a candidate comes from: artifact, run, code, data, who launched it. */
final class ProvenanceSection {
  private static final int MOST_DATA = 10;

  private ProvenanceSection() {}

  static Section of(ReviewInput input) {
    Provenance provenance = input.candidate().provenance();
    List<List<Phrase>> rows = new ArrayList<>();
    ArtifactFacts.of(input).forEach((what, value) -> add(rows, what, value));
    add(rows, "Run", run(provenance.run()));
    add(rows, "Finished", times(provenance.run()));
    add(rows, "Launched by", launcher(provenance.run()));
    provenance.proposedBy().forEach(by -> add(rows, "Proposed by", person(by)));
    add(rows, "Code", code(provenance.code()));
    provenance.data().stream().limit(MOST_DATA).forEach(set -> add(rows, "Data", data(set)));
    provenance
        .report()
        .ifPresent(report -> add(rows, "Evidence", Phrase.EMPTY.code(report.digest().toString())));
    input
        .candidate()
        .changeRequest()
        .ifPresent(ticket -> add(rows, "Change request", Phrase.of(ticket)));
    List<Block.Column> columns = List.of(words("What"), words("Value"));
    return new Section(
        SectionKind.PROVENANCE,
        List.of(new Block.Table("Where the candidate comes from", columns, rows)));
  }

  private static Phrase data(DataInfo set) {
    return Phrase.of(set.name() + ", " + Figures.count(set.rows(), "row") + ", ")
        .code("sha256:" + set.digest().shortHex());
  }

  private static void add(List<List<Phrase>> rows, String what, Phrase value) {
    rows.add(List.of(Phrase.of(what), value));
  }

  private static Phrase run(RunInfo run) {
    Phrase id = Phrase.EMPTY.code(run.id()).text(" on " + run.engine());
    return run.uri().map(uri -> id.text(", ").address(uri, uri)).orElse(id);
  }

  private static Phrase times(RunInfo run) {
    Duration took = Duration.between(run.startedAt(), run.finishedAt());
    return Phrase.of(Figures.time(run.finishedAt()) + " after " + Figures.duration(took));
  }

  private static Phrase launcher(RunInfo run) {
    return run.launchedBy()
        .map(ProvenanceSection::person)
        .orElse(Phrase.EMPTY.mark(Tone.BAD, "unknown"));
  }

  private static Phrase person(Launcher by) {
    return Phrase.of(by.login() + " (" + by.forge() + ") ")
        .mark(by.attested() ? Tone.GOOD : Tone.BAD, attested(by));
  }

  private static String attested(Launcher by) {
    return by.attested() ? "attested" : "not attested";
  }

  private static Phrase code(CodeInfo code) {
    Phrase where =
        code.repository()
            .map(repository -> Phrase.EMPTY.address(repository, repository).text(" at "))
            .orElse(Phrase.EMPTY);
    Phrase commit =
        code.commit().map(id -> where.code(id)).orElse(where.text("no commit was recorded"));
    return code.dirty() ? commit.text(" ").mark(Tone.BAD, "with uncommitted changes") : commit;
  }
}
