package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.NoticeReport;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.propose.Proposal;
import dev.countersign.bot.sync.Collected;
import dev.countersign.bot.sync.FailedRun;
import dev.countersign.bot.sync.Problem;
import dev.countersign.bot.sync.SyncedRun;
import dev.countersign.ci.deploy.DeployOutcome;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.value.WireName;
import java.util.ArrayList;
import java.util.List;

/** Shows what a scheduled job did: one line for each thing, and the worst exit code of all. */
final class SyncView {
  private final ObjectNode data = Result.object();
  private final List<String> lines = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private ExitCode worst = ExitCode.DONE;

  SyncView() {
    data.putArray("runs");
    data.putArray("failedRuns");
    data.putArray("problems");
  }

  /** To be added to. */
  ObjectNode data() {
    return data;
  }

  /** Does a part of the job; what fails in it stops no other part. */
  void attempt(String what, Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      add(List.of(Problem.of(what, e)));
    }
  }

  void add(Collected collected) {
    collected.runs().forEach(this::add);
    collected.failed().forEach(this::add);
    add(collected.problems());
  }

  private void add(SyncedRun run) {
    Proposal proposal = run.proposal();
    array("runs")
        .addObject()
        .put("runId", run.id())
        .put("bundle", run.bundle().toString())
        .set("proposal", ProposalView.data(proposal));
    lines.add(
        "run %s: %s%s"
            .formatted(
                run.id(),
                proposal.plan().reason(),
                proposal.request().map(request -> "; review: " + request.url()).orElse("")));
    proposal.warnings().forEach(warning -> lines.add("  warning: " + warning));
    worse(proposal.plan().outcome().exit());
  }

  private void add(FailedRun run) {
    ObjectNode one =
        array("failedRuns")
            .addObject()
            .put("model", run.model().value())
            .put("runId", run.id())
            .put("bundle", run.bundle().toString())
            .put("code", run.why().label())
            .put("exitCode", run.why().exit().number())
            .put("reason", run.reason());
    ArrayNode lost = one.putArray("lines");
    run.lines().forEach(line -> lost.add(line.toString()));
    lines.add(
        "run %s of %s failed (%s): %s"
            .formatted(run.id(), run.model(), run.why().label(), run.reason()));
    worse(run.why().exit());
  }

  /** What could not be done, in the order it was found. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void add(List<Problem> found) {
    problems.addAll(found);
    for (Problem problem : found) {
      array("problems")
          .addObject()
          .put("what", problem.what())
          .put("code", problem.failure().code().label())
          .put("exitCode", problem.failure().code().exit().number())
          .put("message", problem.failure().inOneLine());
      lines.add(
          "%s (%s): %s"
              .formatted(
                  problem.what(), problem.failure().code().label(), problem.failure().inOneLine()));
      worse(problem.failure().code().exit());
    }
  }

  void add(DeployReport report) {
    data.set("deployment", DeployReportView.of(report).data());
    report.outcomes().stream()
        .filter(outcome -> !(outcome instanceof DeployOutcome.UpToDate))
        .filter(outcome -> !(outcome instanceof DeployOutcome.Superseded))
        .map(DeployReportView::text)
        .forEach(lines::add);
    worse(report.exitCode());
  }

  /** What was sent; what was not is a warning that was given already. */
  void told(List<NoticeReport> reports) {
    reports.stream()
        .filter(report -> report.delivery() instanceof Delivery.Sent)
        .map(
            report ->
                "told \"%s\" of %s: %s"
                    .formatted(
                        report.channel(), WireName.hyphenated(report.event()), report.line()))
        .forEach(lines::add);
  }

  Result result() {
    data.put("exitCode", worst.number());
    return new Result(worst, data, lines.isEmpty() ? "nothing to do" : String.join("\n", lines));
  }

  private ArrayNode array(String key) {
    return data.withArray(key);
  }

  private void worse(ExitCode exit) {
    if (exit.number() > worst.number()) {
      worst = exit;
    }
  }
}
