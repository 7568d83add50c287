package dev.countersign.bot.approval;

import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Optional;

/**
 * What judging a merge request before it is merged takes.
 *
 * @param source the branch it comes from
 * @param author who opened it
 * @param conversation what people did with it
 */
public record OpenRequest(
    String source, CommitId head, Identity author, Conversation conversation) {
  /** Of a forge's merge request. */
  public static OpenRequest of(MergeRequest request, Conversation conversation) {
    return new OpenRequest(request.text().source(), request.head(), request.author(), conversation);
  }

  /** The line that it promotes; empty if its branch is that of none. */
  public Optional<ModelEnvironment> line() {
    return ModelEnvironment.ofBranch(source);
  }
}
