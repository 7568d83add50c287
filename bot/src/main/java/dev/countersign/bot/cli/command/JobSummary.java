package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.Console;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.propose.CandidateTrail;
import dev.countersign.bot.propose.Proposal;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.bot.text.MarkdownText;
import dev.countersign.modelrefs.error.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a run on the page of a GitHub Actions job: the reviews as their merge requests
 * show them. A page that cannot be written is a warning; it changes no outcome.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Job
 *     summaries</a>
 */
final class JobSummary {
  private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

  /** What GitHub takes of one step; a longer one is not shown at all. */
  private static final int MOST_BYTES = 1 << 20;

  private JobSummary() {}

  /** Appends the summary where a job has one. */
  static void write(Console console, List<Proposal> proposals) {
    console
        .variable(VARIABLE)
        .ifPresent(
            file -> {
              try {
                append(Path.of(file), text(proposals));
              } catch (IOException e) {
                console.tell("warning: the job summary was not written: " + IoReason.of(e));
              } catch (InvalidPathException e) {
                console.tell(
                    "warning: the job summary was not written: " + VARIABLE + " is no path");
              }
            });
  }

  private static void append(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long there = Files.exists(file) ? Files.size(file) : 0;
    if (there + bytes.length > MOST_BYTES) {
      throw new IOException("it would be larger than 1 MiB, which GitHub does not show");
    }
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String text(List<Proposal> proposals) {
    return proposals.stream().map(JobSummary::section).collect(Collectors.joining());
  }

  private static String section(Proposal proposal) {
    String heading =
        proposal
            .request()
            .map(JobSummary::heading)
            .orElse(MarkdownText.inline(proposal.plan().line().toString()));
    String reason = MarkdownText.inline(proposal.plan().reason());
    String review =
        proposal
            .request()
            .filter(request -> proposal.plan().promotion().isPresent())
            .map(request -> "\n" + CandidateTrail.without(request.text().body()) + "\n")
            .orElse("");
    return "\n## " + heading + "\n\n" + reason + ".\n" + review;
  }

  private static String heading(MergeRequest request) {
    return LinkTarget.own(request.url())
        .map(target -> MarkdownText.link(request.text().title(), target))
        .orElse(MarkdownText.inline(request.text().title()));
  }
}
