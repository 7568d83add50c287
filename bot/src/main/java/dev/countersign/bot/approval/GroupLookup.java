package dev.countersign.bot.approval;

import dev.countersign.bot.forge.ForgeGroups;
import dev.countersign.bot.forge.GroupMembers;
import dev.countersign.ci.promotion.ApproverGroup;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.ci.promotion.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts people in the place of the forge's groups among the approvers. Each group is asked for once,
 * and only where the configuration names it; a group that cannot be read is nobody, and the reason
 * goes with the settings. Not thread-safe.
 */
public final class GroupLookup {
  private final ForgeGroups forge;
  private final Map<String, GroupMembers> known = new HashMap<>();

  public GroupLookup(ForgeGroups forge) {
    this.forge = forge;
  }

  /** Settings that name people. */
  public Settings over(Settings settings) {
    return (line, configuredAt) -> settings.of(line, configuredAt).map(this::in);
  }

  /** The same settings, with people in the place of groups. */
  public LineSettings in(LineSettings settings) {
    RequiredApprovals required = settings.approvals().required();
    RequiredApprovals found =
        new RequiredApprovals(
            required.total(),
            required.groups().stream().map(this::lookedUp).toList(),
            required.form());
    return new LineSettings(
        settings.approvals().requiring(found), settings.gates(), settings.targets());
  }

  private ApproverGroup lookedUp(ApproverGroup group) {
    List<String> logins = new ArrayList<>(group.logins());
    List<String> problems = new ArrayList<>(group.unreadable());
    for (String name : group.forgeGroups()) {
      GroupMembers members = known.computeIfAbsent(name, forge::members);
      if (members instanceof GroupMembers.Known people) {
        logins.addAll(people.logins());
      } else if (members instanceof GroupMembers.Unreadable unreadable) {
        problems.add("nobody of \"%s\" counts: %s".formatted(name, unreadable.why()));
      }
    }
    return group.lookedUp(logins.stream().distinct().toList(), problems);
  }
}
