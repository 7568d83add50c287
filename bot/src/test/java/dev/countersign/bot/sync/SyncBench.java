package dev.countersign.bot.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.countersign.bot.chat.http.ChatServer;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Models whose runs leave bundles in folders, a forge, and a chat that hears of everything. */
public final class SyncBench implements AutoCloseable {
  private final Path folder;
  private final Scenario scenario;
  private final ChatServer chat = new ChatServer();
  private final Optional<SyncForge> forge;

  /** On a fake forge, over HTTP. */
  public SyncBench(Path folder, SyncForge.Kind kind, String... models) throws IOException {
    this(folder, Optional.of(kind), models);
  }

  /** On the local forge. */
  public SyncBench(Path folder, String... models) throws IOException {
    this(folder, Optional.empty(), models);
  }

  private SyncBench(Path folder, Optional<SyncForge.Kind> kind, String... models)
      throws IOException {
    this.folder = folder;
    this.scenario = new Scenario(folder, models);
    for (String model : models) {
      Files.createDirectories(runs(model));
    }
    Files.writeString(
        scenario.repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
    scenario.configure(yaml -> configured(yaml, models));
    this.forge = kind.map(which -> SyncForge.start(which, scenario.repository()));
    answer(ok("ok"));
  }

  private String configured(String yaml, String... models) {
    String text = yaml;
    for (String model : models) {
      text =
          text.replace(
              "  " + model + ":\n",
              "  %s:\n    bundles: {folder: \"%s\", failedAfter: 12h}\n"
                  .formatted(model, runs(model)));
    }
    return text.replaceAll("(?m)^( *)approvers: .*$", "$0\n$1notify: [{channel: team}]")
        + "chat: {team: {kind: mattermost, url: \"${env:CHAT_URL}\"}}\n";
  }

  /** Where the runs of a model leave their bundles. */
  public Path runs(String model) {
    return folder.resolve("runs-" + model);
  }

  public Scenario scenario() {
    return scenario;
  }

  public SyncForge forge() {
    return forge.orElseThrow();
  }

  /** A run that nobody waits for; a higher seed is a newer and better one. */
  public Path leave(String model, int seed) throws IOException {
    Path run = scenario.run(model, seed, 9.0 - seed, Scenario.NOON.plusSeconds(60L * seed));
    return Files.move(run, runs(model).resolve("run-" + seed));
  }

  /** Runs {@code sync} as a scheduled job does. */
  public CommandRun sync(String... options) {
    List<String> all = new ArrayList<>(List.of("--signing-key", scenario.key().toString()));
    all.addAll(List.of(options));
    return command("sync", all);
  }

  /** Runs a command in the job's environment. */
  public CommandRun command(String name, List<String> options) {
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(options);
    all.addAll(List.of("--output", "json"));
    all.addAll(
        forge
            .map(SyncForge::options)
            .orElseGet(() -> List.of("--repository", scenario.repository().toString())));
    return CommandRun.of(environment(), all.toArray(String[]::new));
  }

  /** As {@link #sync}, with text for people. */
  public CommandRun syncForPeople() {
    List<String> all = new ArrayList<>(List.of("sync"));
    all.addAll(List.of("--signing-key", scenario.key().toString()));
    all.addAll(
        forge
            .map(SyncForge::options)
            .orElseGet(() -> List.of("--repository", scenario.repository().toString())));
    return CommandRun.of(environment(), all.toArray(String[]::new));
  }

  /** What a job finds in its environment. */
  public Map<String, String> environment() {
    return forge
        .map(on -> Map.of("COUNTERSIGN_TOKEN", on.token(), "CHAT_URL", chat.address().reveal()))
        .orElseGet(() -> Map.of("CHAT_URL", chat.address().reveal()));
  }

  /** How the chat answers from now on. */
  public void answer(ResponseDefinitionBuilder response) {
    chat.wireMock().stubFor(any(urlEqualTo(ChatServer.PATH)).willReturn(response));
  }

  public ChatServer chat() {
    return chat;
  }

  /** The titles of all messages, oldest first. */
  public List<String> told() {
    List<String> newestFirst =
        chat.wireMock().getAllServeEvents().stream()
            .map(event -> event.getRequest().getBodyAsString())
            .map(body -> StrictJson.read(body.getBytes(StandardCharsets.UTF_8), "body"))
            .map(body -> body.at("/attachments/0/title").asText())
            .toList();
    return IntStream.rangeClosed(1, newestFirst.size())
        .mapToObj(i -> newestFirst.get(newestFirst.size() - i))
        .toList();
  }

  @Override
  public void close() {
    forge.ifPresent(SyncForge::close);
    chat.close();
  }
}
