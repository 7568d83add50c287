package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.fetch.ReferenceLookup;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.value.WireName;
import dev.countersign.modelrefs.verify.Check;
import dev.countersign.modelrefs.verify.ReferenceVerifier;
import dev.countersign.modelrefs.verify.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: a reference by itself, or what a merged commit brought. */
@Command(
    name = "verify",
    description =
        "Verify a reference and its artifact's bytes, or with --commit all that deploy verifies.")
public final class VerifyCommand extends BotCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "REF",
      description = "A model-reference.json, MODEL/ENVIRONMENT or MODEL/ENVIRONMENT@COMMIT.")
  private Optional<String> reference = Optional.empty();

  @Option(
      names = "--commit",
      paramLabel = "SHA",
      description = "Verify every reference that this merged commit brought: approval, gates, all.")
  private Optional<String> commit = Optional.empty();

  @Option(names = "--no-artifact", description = "Do not read the artifact's bytes.")
  private boolean withoutArtifact;

  @Override
  protected Result execute() {
    if (reference.isPresent() == commit.isPresent()) {
      throw new CountersignException(ErrorCode.USAGE, "give a REF or --commit SHA, one of them");
    }
    if (commit.isPresent() && withoutArtifact) {
      throw new CountersignException(
          ErrorCode.USAGE, "--commit always reads the artifact; leave --no-artifact out");
    }
    if (commit.isPresent()) {
      try (Session session = open()) {
        return PromotionView.of(
            new Deploying(session).verifier(), CommitArgument.onBranch(commit.get(), session));
      }
    }
    String name = reference.get();
    if (ReferenceLookup.isFile(name) && withoutArtifact) {
      return shown(name, ReferenceVerifier.verify(ReferenceLookup.read(Path.of(name)), name));
    }
    try (Session session = open()) {
      return shown(name, verification(session, name));
    }
  }

  private Verification verification(Session session, String name) {
    byte[] bytes =
        ReferenceLookup.isFile(name)
            ? ReferenceLookup.read(Path.of(name))
            : new ReferenceLookup(session.git(), session.branch()).bytes(name);
    return withoutArtifact
        ? ReferenceVerifier.verify(bytes, name)
        : ReferenceVerifier.verify(bytes, name, session.stores());
  }

  private static Result shown(String name, Verification verification) {
    ObjectNode data = Result.object();
    data.put("reference", name).put("passed", verification.passed());
    verification
        .reference()
        .ifPresent(
            found ->
                data.put("line", found.line().toString())
                    .put("version", found.version().toString())
                    .put("artifactDigest", found.artifact().digest().toString()));
    ArrayNode checks = data.putArray("checks");
    List<String> lines = new ArrayList<>();
    for (Check check : verification.checks()) {
      String subject = WireName.hyphenated(check.subject());
      checks
          .addObject()
          .put("name", subject)
          .put("outcome", outcome(check))
          .put("detail", detail(check));
      lines.add("%-8s %s%s".formatted(outcome(check), subject, prefixed(detail(check))));
    }
    ExitCode exit =
        verification.failure().map(failure -> failure.code().exit()).orElse(ExitCode.DONE);
    return new Result(exit, data, String.join("\n", lines));
  }

  private static String outcome(Check check) {
    if (check instanceof Check.Failed) {
      return "failed";
    }
    if (check instanceof Check.Skipped) {
      return "skipped";
    }
    return check instanceof Check.Noted ? "noted" : "passed";
  }

  private static String detail(Check check) {
    if (check instanceof Check.Failed failed) {
      return failed.failure().inOneLine();
    }
    if (check instanceof Check.Skipped skipped) {
      return skipped.reason();
    }
    return check instanceof Check.Noted noted ? noted.remark() : "";
  }

  private static String prefixed(String detail) {
    return detail.isEmpty() ? "" : ": " + detail;
  }
}
