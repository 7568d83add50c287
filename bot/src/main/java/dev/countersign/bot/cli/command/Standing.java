package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.approval.OpenRequest;
import dev.countersign.bot.approval.OpenRequestJudge;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.approval.NotCounted;
import dev.countersign.ci.verify.JudgedRequest;
import java.util.Optional;

/**
 * Whether what the acting person says about a merge request counts. It is recorded either way; who
 * gives it shall know.
 *
 * @param objection why it does not count, and whose would; empty if it counts
 */
record Standing(Optional<String> objection) {
  /** Of the acting person, towards a merge request as it was judged. */
  static Standing of(Session session, Optional<JudgedRequest> judged) {
    return new Standing(
        judged.flatMap(
            found -> found.objection(session.actor(), true).map(why -> words(found, why))));
  }

  /** Of the acting person's approval, in the form in which they gave it. */
  static Standing ofApproval(Session session, Optional<JudgedRequest> judged) {
    return new Standing(
        judged.flatMap(
            found ->
                found.approval().notCounted().stream()
                    .filter(why -> why.who().isSameAs(session.actor()))
                    .findFirst()
                    .map(why -> words(found, why))));
  }

  /**
   * What the rules say about a merge request now; empty if it promotes nothing that can be read.
   */
  static Optional<JudgedRequest> judge(Session session, MergeRequest request) {
    return new OpenRequestJudge(session.git())
        .judge(
            OpenRequest.of(request, session.forge().conversation(request.number())),
            session.settings(),
            session.tip());
  }

  /** The data of a command's result, with whether it counts. */
  ObjectNode in(ObjectNode data) {
    data.put("counts", objection.isEmpty());
    objection.ifPresent(why -> data.put("whyNot", why));
    return data;
  }

  /** To be added to a command's sentence; empty if it counts. */
  String text() {
    return objection.map(why -> "; it does not count: " + why).orElse("");
  }

  private static String words(JudgedRequest judged, NotCounted why) {
    return why + ". It would count from: " + String.join(", ", judged.eligible());
  }
}
