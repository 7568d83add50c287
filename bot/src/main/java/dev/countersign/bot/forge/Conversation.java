package dev.countersign.bot.forge;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Waiver;
import java.util.List;

/** What people did with a merge request, oldest first; nothing of it is judged here. */
public record Conversation(List<Approval> approvals, List<Waiver> waivers) {
  public Conversation {
    approvals = List.copyOf(approvals);
    waivers = List.copyOf(waivers);
  }
}
