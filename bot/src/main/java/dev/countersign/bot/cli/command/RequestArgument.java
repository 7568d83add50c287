package dev.countersign.bot.cli.command;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.Decision;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names a merge request of the local forge, and the head that the person looked at. */
final class RequestArgument {
  @Parameters(
      index = "0",
      paramLabel = "REQUEST",
      description = "The merge request's number, or MODEL/ENVIRONMENT for the open one.")
  private String request = "";

  @Option(
      names = "--head",
      paramLabel = "COMMIT",
      description = "The head you looked at; if it has moved since, nothing is done.")
  private String head = "";

  /** The merge request. */
  MergeRequest find(Session session) {
    if (request.matches("[0-9]{1,9}")) {
      return session.desk().find(Long.parseLong(request));
    }
    ModelEnvironment line = Arguments.line(request);
    return first(
        session.forge().of(line.branch()), each -> each.state() == MergeRequest.State.OPEN);
  }

  /** The decision of the acting person about it. */
  Decision decision(Session session, MergeRequest found) {
    CommitId seen =
        Optional.of(head)
            .filter(text -> !text.isEmpty())
            .map(text -> CommitArgument.seen(text, found.head()))
            .orElseGet(found::head);
    return new Decision(found.number(), seen, session.actor());
  }

  private MergeRequest first(List<MergeRequest> requests, Predicate<MergeRequest> wanted) {
    return requests.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND, "no merge request is open for \"" + request + "\""));
  }
}
