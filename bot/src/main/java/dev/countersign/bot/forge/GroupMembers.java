package dev.countersign.bot.forge;

import java.util.List;

/** What a forge tells about who is in a group. */
public sealed interface GroupMembers {
  /** These people are, at this moment. */
  record Known(List<String> logins) implements GroupMembers {
    public Known {
      logins = List.copyOf(logins);
    }
  }

  /**
   * The forge does not tell, or has no such group.
   *
   * @param why what is in the way, with the right that is missing
   */
  record Unreadable(String why) implements GroupMembers {}
}
