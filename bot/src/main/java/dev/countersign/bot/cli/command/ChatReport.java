package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.NoticeReport;
import dev.countersign.bot.cli.Console;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.wiring.ChatChannels;
import dev.countersign.bot.wiring.ChatNotifications;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.value.WireName;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the chat once an outcome is final, and reports what came of it: on the error channel and in
 * the data, never in the exit code (I11).
 */
final class ChatReport {
  private final Session session;
  private final Console console;

  ChatReport(Session session, Console console) {
    this.session = session;
    this.console = console;
  }

  /**
   * Tells of events and adds to {@code notifications} of a command's data, if there were any.
   *
   * @param events found out only now, so that what fails in it is a warning too
   * @return what came of the messages that were this process's to send
   */
  List<NoticeReport> tell(Supplier<List<ChatEvent>> events, ObjectNode data) {
    try {
      List<NoticeReport> reports =
          ChatNotifications.of(session, console.environment(), runHosts(), ChatChannels.LIMIT)
              .tell(events.get());
      reports.forEach(this::warn);
      show(reports, data);
      return reports;
    } catch (CountersignException e) {
      console.tell("warning: the chat was not told: " + e.explanation());
    } catch (RuntimeException e) {
      console.tell("warning: the chat was not told, something unexpected happened");
    }
    return List.of();
  }

  private void warn(NoticeReport report) {
    if (report.delivery() instanceof Delivery.Failed failed) {
      console.tell(
          "warning: channel \"%s\" was not told of \"%s\": %s"
              .formatted(report.channel(), WireName.hyphenated(report.event()), failed.reason()));
    }
  }

  private static void show(List<NoticeReport> reports, ObjectNode data) {
    if (reports.isEmpty()) {
      return;
    }
    ArrayNode all = data.withArray("notifications");
    for (NoticeReport report : reports) {
      ObjectNode one = all.addObject();
      one.put("line", report.line().toString());
      one.put("event", WireName.hyphenated(report.event()));
      one.put("channel", report.channel());
      one.put("sent", report.delivery() instanceof Delivery.Sent);
      if (report.delivery() instanceof Delivery.Failed failed) {
        one.put("warning", failed.reason());
      }
    }
  }

  /** The CI server's own host, as the CI says it. */
  private LinkPolicy runHosts() {
    Set<String> hosts =
        Stream.of("CI_SERVER_URL", "GITHUB_SERVER_URL")
            .flatMap(name -> console.variable(name).stream())
            .flatMap(ChatReport::host)
            .collect(Collectors.toSet());
    return new LinkPolicy(hosts);
  }

  private static Stream<String> host(String address) {
    try {
      return Stream.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException noAddress) {
      return Stream.empty();
    }
  }
}
