package dev.countersign.bot.cli.command;

import dev.countersign.bot.propose.Proposal;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a person does next on the local forge, whose page has to be served by somebody. */
final class LocalReview {
  private static final int PATIENCE_MILLIS = 500;

  private LocalReview() {}

  /** Lines to be shown after the proposals; none if nothing was proposed. */
  static List<String> next(List<Proposal> proposals) {
    List<String> lines = new ArrayList<>();
    proposals.stream()
        .flatMap(proposal -> proposal.request().stream())
        .map(request -> URI.create(request.url()))
        .findFirst()
        .filter(page -> isOnThisMachine(page) && !answers(page))
        .ifPresent(
            page -> lines.add("  nothing serves that page yet: countersign serve --as LOGIN"));
    proposals.forEach(proposal -> waivers(proposal, lines));
    return lines;
  }

  private static void waivers(Proposal proposal, List<String> lines) {
    if (proposal.request().isEmpty()) {
      return;
    }
    proposal
        .plan()
        .promotion()
        .flatMap(promotion -> promotion.reference().evaluation())
        .map(Evaluation::gates)
        .orElse(List.of())
        .stream()
        .filter(gate -> gate.outcome() == GateOutcome.FAILED)
        .map(GateResult::id)
        .map(
            gate ->
                "  an approver can let %2$s pass: countersign waive %1$s %2$s --reason TEXT --as LOGIN"
                    .formatted(proposal.plan().line(), gate))
        .forEach(lines::add);
  }

  private static boolean isOnThisMachine(URI page) {
    return page.getHost() != null && page.getHost().matches("127\\.0\\.0\\.1|localhost");
  }

  private static boolean answers(URI page) {
    int port = page.getPort() < 0 ? 80 : page.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(page.getHost(), port), PATIENCE_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
