package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Result;
import dev.countersign.ci.verify.Check;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.Verification;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.List;

/** Verifies what a merged commit brought, and shows every check. */
final class PromotionView {
  private PromotionView() {}

  static Result of(PromotionVerifier verifier, CommitId commit) {
    ObjectNode data = Result.object();
    data.put("commit", commit.hex());
    ArrayNode all = data.putArray("verifications");
    List<String> lines = new ArrayList<>();
    ExitCode exit = ExitCode.DONE;
    for (Verification verification : verifier.verifyCommit(commit)) {
      ObjectNode one = all.addObject().put("line", verification.line().toString());
      one.put("holds", verification.holds());
      lines.add(verification.line() + (verification.holds() ? ": holds" : ": does not hold"));
      ArrayNode checks = one.putArray("checks");
      for (Check check : verification.checks()) {
        boolean passed = check instanceof Check.Passed;
        checks
            .addObject()
            .put("name", check.name().label())
            .put("passed", passed)
            .put("detail", check.detail());
        lines.add(
            "  %s %s: %s"
                .formatted(passed ? "passed" : "failed", check.name().label(), check.detail()));
      }
      if (exit == ExitCode.DONE) {
        exit = verification.code().map(ErrorCode::exit).orElse(ExitCode.DONE);
      }
    }
    return new Result(exit, data, String.join("\n", lines));
  }
}
