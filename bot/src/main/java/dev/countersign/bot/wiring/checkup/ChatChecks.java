package dev.countersign.bot.wiring.checkup;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.wiring.ChatChannels;
import dev.countersign.bot.wiring.Secrets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks at whether every channel's secrets are there; sends nothing. */
final class ChatChecks {
  private final Map<String, String> environment;
  private final FailureFindings failures;

  ChatChecks(Map<String, String> environment, FailureFindings failures) {
    this.environment = environment;
    this.failures = failures;
  }

  List<Finding> findings(BotConfig config) {
    ChatChannels channels =
        new ChatChannels(config.chat(), new Secrets(environment), ChatChannels.LIMIT);
    return new TreeSet<>(config.chat().keySet())
        .stream().map(name -> finding(channels, name)).toList();
  }

  /** A channel that cannot be used stops nothing, so it is never worse than a warning. */
  private Finding finding(ChatChannels channels, String name) {
    String subject = "chat " + name;
    return Attempt.at(() -> channels.named(name))
        .failure()
        .map(why -> failures.of(subject, why))
        .map(
            failed ->
                Finding.warn(
                    subject,
                    failed.what(),
                    "set the variable or the file that its reference in countersign.yaml names, in"
                        + " this job"))
        .orElseGet(() -> Finding.ok(subject, "its secrets are here; nothing was sent"));
  }
}
